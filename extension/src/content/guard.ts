/**
 * Keeps what happens inside Toward's card from the page, and nothing else.
 *
 * The listeners sit on `window`, in the capture phase, and are added at `document_start`: before
 * any listener of the page, so that `stopImmediatePropagation` leaves the page without the event.
 * Native default actions (focus, a summary opening, Enter pressing a button) are not touched. In
 * a tab that was open before Toward came, the page's own listeners are older and do see events.
 *
 * Until a host is claimed no listener has any effect: no DOM change, no globals, nothing stopped.
 */

/** `pointerrawupdate` is left out: listening to it alone makes browsers send far more events. */
export const GUARDED = [
  ...['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'change'],
  ...['compositionstart', 'compositionupdate', 'compositionend'],
  ...['click', 'dblclick', 'auxclick', 'contextmenu', 'mousedown', 'mouseup', 'mousemove'],
  ...['mouseover', 'mouseout', 'mouseenter', 'mouseleave', 'wheel', 'mousewheel'],
  ...['pointerdown', 'pointerup', 'pointermove', 'pointerover', 'pointerout', 'pointerenter'],
  ...['pointerleave', 'pointercancel', 'gotpointercapture', 'lostpointercapture'],
  ...['touchstart', 'touchmove', 'touchend', 'touchcancel'],
  ...['focus', 'blur', 'focusin', 'focusout', 'selectstart', 'copy', 'cut', 'paste'],
  ...['drag', 'dragstart', 'dragenter', 'dragover', 'dragleave', 'dragend', 'drop'],
] as const;

/** Told of what happens inside a claimed host. Only events that a person caused are told. */
export interface GuardHandler {
  inside(event: Event): void;
  /** Alt+Shift+T, pressed anywhere on the page. */
  shortcut(): void;
}

export interface Guard {
  /** From now on events from `host` reach `handler` alone. A later claim replaces an earlier. */
  claim(host: Element, handler: GuardHandler): void;
  /** Ends the claim on `host`; does nothing when another host is claimed. */
  release(host: Element): void;
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

/** True while a press that began outside of the card lasts: such a drag stays the page's own. */
function dragKeeper() {
  let dragging = false;
  return (event: Event, ours: boolean): boolean => {
    const { type } = event;
    if (type === 'pointerdown') dragging = !ours;
    const during = dragging && /^(mouse|pointer|drag|drop)/.test(type);
    if (type === 'mouseup' || type === 'pointercancel') dragging = false;
    return during;
  };
}

function stop(event: Event, andDefault: boolean): void {
  event.stopImmediatePropagation();
  if (andDefault) event.preventDefault();
}

/** Adds the listeners; call it once, at `document_start`. */
export function installGuard(window: Window): Guard {
  let claimed: { host: Element; handler: GuardHandler } | null = null;
  const isHeld = keyKeeper();
  const isDrag = dragKeeper();

  const onEvent = (event: Event) => {
    const ours = claimed !== null && event.target === claimed.host;
    const shortcut = claimed !== null && event.isTrusted && isShortcut(event);
    if (isHeld(event, ours || shortcut)) return stop(event, true);
    if (isDrag(event, ours) || !claimed || !(ours || shortcut)) return;
    stop(event, shortcut);
    if (shortcut) claimed.handler.shortcut();
    else if (event.isTrusted) claimed.handler.inside(event);
  };
  for (const type of GUARDED) {
    const passive = type.startsWith('touch') || type.endsWith('wheel');
    window.addEventListener(type, onEvent, { capture: true, passive });
  }

  return {
    claim: (host, handler) => {
      claimed = { host, handler };
    },
    release: (host) => {
      if (claimed?.host === host) claimed = null;
    },
  };
}
