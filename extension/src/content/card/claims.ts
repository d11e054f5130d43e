/**
 * Whose an event is: the card's or the page's. Native default actions (focus, a summary opening,
 * Enter pressing a button) are not touched. Without a claimed host nothing is kept from the page,
 * but for keys that went down in a card and have not come up yet.
 */

/** Told of what happens inside a claimed host. Only events that a person caused are told. */
export interface ClaimHandler {
  inside(event: Event): void;
  /** Alt+Shift+T, pressed anywhere on the page. */
  shortcut(): void;
}

export interface Claims {
  /** From now on events from `host` reach `handler` alone. A later claim replaces an earlier. */
  claim(host: Element, handler: ClaimHandler): void;
  /** Ends the claim on `host`; does nothing when another host is claimed. */
  release(host: Element): void;
  /** For the guard: judges one event, before the page sees it. */
  hear(event: Event): void;
}

/** Which key it is is looked at only while Alt and Shift are held down and a card is shown. */
function isShortcut(event: Event): event is KeyboardEvent {
  if (event.type !== 'keydown') return false;
  const key = event as KeyboardEvent;
  if (!key.altKey || !key.shiftKey || key.ctrlKey || key.metaKey) return false;
  return key.code === 'KeyT';
}

/**
 * A key that went down in the card is kept until it comes up again, wherever the focus is by then:
 * the Enter that answers a card never reaches a composer that gets the focus back.
 */
function keyKeeper() {
  const held = new Set<string>();
  return (event: Event, ours: boolean): boolean => {
    if (!event.type.startsWith('key') || (!ours && held.size === 0)) return false;
    const { type, code, repeat } = event as KeyboardEvent;
    if (type === 'keydown' && !repeat) held.delete(code);
    const kept = held.has(code);
    if (ours && type === 'keydown') held.add(code);
    if (type === 'keyup') held.delete(code);
    return kept && !ours;
  };
}

/**
 * True while a press that began outside of the card lasts: such a drag stays the page's own. If
 * the first mouse event that is heard tells of a button held, or just let go, the press was older
 * than the card.
 */
function dragKeeper() {
  let dragging: boolean | null = null;
  return (event: Event, ours: boolean): boolean => {
    const { type } = event;
    if (type === 'pointerdown') dragging = !ours;
    else if (event instanceof MouseEvent) dragging ??= event.buttons > 0 || /^dr|up$/.test(type);
    const during = dragging === true && /^(mouse|pointer|drag|drop)/.test(type);
    if (type === 'mouseup' || type === 'pointercancel') dragging = false;
    return during;
  };
}

function stop(event: Event, andDefault: boolean): void {
  event.stopImmediatePropagation();
  if (andDefault) event.preventDefault();
}

/** One for as long as the page lives: keys may be held from one card to the next. */
export function makeClaims(): Claims {
  let claimed: { host: Element; handler: ClaimHandler } | null = null;
  const isHeld = keyKeeper();
  const isDrag = dragKeeper();

  return {
    claim: (host, handler) => {
      claimed = { host, handler };
    },
    release: (host) => {
      if (claimed?.host === host) claimed = null;
    },
    hear: (event) => {
      const ours = claimed !== null && event.target === claimed.host;
      const shortcut = claimed !== null && event.isTrusted && isShortcut(event);
      if (isHeld(event, ours || shortcut)) return stop(event, true);
      if (isDrag(event, ours) || !claimed || !(ours || shortcut)) return;
      stop(event, shortcut);
      if (shortcut) claimed.handler.shortcut();
      else if (event.isTrusted) claimed.handler.inside(event);
    },
  };
}
