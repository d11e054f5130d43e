/**
 * Keeps what happens inside Toward's card from the page, and nothing else.
 *
 * The listeners sit on `window`, in the capture phase, and are added at `document_start`: before
 * any listener of the page, so that `stopImmediatePropagation` leaves the page without the event.
 * In a tab that was open before Toward came, the page's own listeners are older and do see events.
 *
 * Until the card's script takes its place nobody hears them: no DOM change, nothing stopped. What
 * is kept from the page, and what is not, stands in card/claims.ts.
 */

/** `pointerrawupdate` is left out: listening to it alone makes browsers send far more events. */
const GUARDED =
  'keydown keypress keyup beforeinput input change ' +
  'compositionstart compositionupdate compositionend ' +
  'click dblclick auxclick contextmenu mousedown mouseup mousemove ' +
  'mouseover mouseout mouseenter mouseleave wheel mousewheel ' +
  'pointerdown pointerup pointermove pointerover pointerout pointerenter ' +
  'pointerleave pointercancel gotpointercapture lostpointercapture ' +
  'touchstart touchmove touchend touchcancel ' +
  'focus blur focusin focusout selectstart copy cut paste ' +
  'drag dragstart dragenter dragover dragleave dragend drop';

export interface Guard {
  /** Hears every guarded event before the page does. */
  hear: ((event: Event) => void) | null;
}

/** Adds the listeners; call it once, at `document_start`. */
export function installGuard(window: Window): Guard {
  const guard: Guard = { hear: null };
  for (const type of GUARDED.split(' ')) {
    const passive = /^touch|wheel$/.test(type);
    window.addEventListener(type, (event) => guard.hear?.(event), { capture: true, passive });
  }
  return guard;
}
