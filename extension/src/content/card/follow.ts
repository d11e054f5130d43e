const LOOK_EVERY_MS = 500;

/**
 * Calls `look` when what lies around the card may have moved: at once for new rows, a composer
 * that grows and a window that changes, and otherwise (scrolling, a panel that opens) soon after.
 */
export function follow(
  { list, composer }: { list: Element | null; composer: Element | null },
  look: () => void,
  signal: AbortSignal,
): void {
  const sizes = new ResizeObserver(look);
  const rows = new MutationObserver(look);
  const timer = setInterval(look, LOOK_EVERY_MS);
  if (composer) sizes.observe(composer);
  if (list) rows.observe(list, { childList: true, subtree: true });
  addEventListener('resize', look, { signal });
  const end = () => {
    sizes.disconnect();
    rows.disconnect();
    clearInterval(timer);
  };
  signal.addEventListener('abort', end, { once: true });
}
