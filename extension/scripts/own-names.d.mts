export const OWN_NAMES: string[];
