export function readAdapters(folder?: string): object[];
export function readNudges(folder?: string): object[];
export function readTexts(folder?: string): Record<string, Record<string, object>>;
export function catalogueSource(): string;
