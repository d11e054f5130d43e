/** What a server's answers must look like before anything local changes. */
import type { components } from '../../shared/api.gen';
import type { Browser } from '../../shared/messages';
import { ROW_FIELDS, ROW_MAX } from '../../shared/rows';
import type { Instant, Row } from '../../shared/types';

export type Account = components['schemas']['Account'];
export type Consent = components['schemas']['Consent'];
export type WeekReply = components['schemas']['Week'];

export interface Mark {
  number: number;
  day?: string;
  conversation?: string;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

export function isConsent(body: unknown): body is Consent {
  return isObject(body) && isCount(body.version) && typeof body.text === 'string';
}

export function isAccount(body: unknown): body is Account {
  const { account, device, token } = isObject(body) ? body : {};
  return (
    typeof account === 'string' && isCount(device) && typeof token === 'string' && token !== ''
  );
}

export type Claim = Account & { sealed: string };

export function isClaim(body: unknown): body is Claim {
  return isAccount(body) && typeof (body as Partial<Claim>).sealed === 'string';
}

/** For how many seconds a pairing is open, or null when the answer cannot be trusted. */
export function expiryIn(body: unknown): number | null {
  return isObject(body) && isCount(body.expires_in) ? body.expires_in : null;
}

/** The browsers of the account, or null when the answer cannot be trusted. */
export function browsersIn(body: unknown): Browser[] | null {
  if (!isObject(body) || !Array.isArray(body.devices)) return null;
  const browsers = body.devices.map(browserIn);
  return browsers.every((one) => one !== null) ? browsers : null;
}

function browserIn(value: unknown): Browser | null {
  const { id, created, last_upload: last } = isObject(value) ? value : {};
  const at = timeIn(created);
  const lastUpload = timeIn(last);
  if (!isCount(id) || at === null || (last !== null && lastUpload === null)) return null;
  return { id, created: at, lastUpload };
}

function timeIn(value: unknown): Instant | null {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isFinite(at) ? at : null;
}

export function erasuresIn(body: unknown): number | null {
  return isObject(body) && isCount(body.erasures) ? body.erasures : null;
}

/** Marks of what was erased elsewhere, or null when the answer cannot be trusted. */
export function marksIn(body: unknown): Mark[] | null {
  if (!isObject(body) || !Array.isArray(body.marks)) return null;
  return body.marks.every(isMark) ? body.marks : null;
}

function isMark(value: unknown): value is Mark {
  if (!isObject(value) || !isCount(value.number)) return false;
  const { day, conversation } = value;
  return conversation === undefined ? isDay(day) : day === undefined && isId(conversation);
}

export function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const at = Date.parse(`${value}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(value);
}

/** 16 bytes as base64url: the last character holds two bits only. */
function isId(value: unknown): boolean {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{21}[AQgw]$/.test(value);
}

/** The error shape of a Toward server, not that of something in front of it. */
export function isRefusal(body: unknown, status: number): boolean {
  return isObject(body) && body.code === status;
}

/** Ids of the rows that a 422 names. */
export function faultsIn(body: unknown): string[] {
  const errors = isObject(body) && isObject(body.errors) ? body.errors : {};
  const json = isObject(errors.json) ? errors.json : {};
  return isObject(json.rows) ? Object.keys(json.rows) : [];
}

export function isRow(value: unknown): value is Row {
  return (
    isObject(value) &&
    ROW_FIELDS.every((field) => isCount(value[field]) && (value[field] as number) <= ROW_MAX)
  );
}

/** Sums may be larger than a row. */
function isSum(value: unknown): boolean {
  return isObject(value) && ROW_FIELDS.every((field) => isCount(value[field]));
}

export function isWeek(body: unknown): body is WeekReply {
  if (!isObject(body) || !isObject(body.conversations)) return false;
  return Object.values(body.conversations).every(
    (one) =>
      isObject(one) &&
      isObject(one.days) &&
      Object.values(one.days).every(isRow) &&
      (one.parts === undefined || Array.isArray(one.parts)) &&
      Array.isArray(one.trend) &&
      one.trend.every((point) => isSum(point) && typeof point.week === 'string'),
  );
}
