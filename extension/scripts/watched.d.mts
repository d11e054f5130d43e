export function watchedAttributes(adapter: object): string[];
