/** What pages said of their adapters: kept in memory of the session, never sent anywhere. */
import type { HealthReport } from '../shared/messages';

const reports = new Map<string, HealthReport>();

export function noteHealth(origin: string, report: HealthReport): void {
  reports.set(origin, report);
}

export function adapterSeenAt(origin: string): string | null {
  return reports.get(origin)?.adapter ?? null;
}
