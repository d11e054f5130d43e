"""A site's redesign in a real browser: extension/src/made-up/breakage.ts, run in the page."""

import json
import subprocess
from functools import cache

from tests.e2e.fixture_data import adapter_data
from tests.e2e.fixture_pages import FixturePage
from tests.e2e.watched import ROOT
from tests.lab.process import wait_until

EXTENSION = ROOT / "extension"
ROW, DIRECTION, OWN, THEIRS = range(4)

# Virtual time: a minute passes at once, for the page and for the content script in it.
ADVANCE = {"policy": "advance", "maxVirtualTimeTaskStarvationCount": 100_000}


@cache
def _script() -> str:
    esbuild = EXTENSION / "node_modules" / ".bin" / "esbuild"
    source = EXTENSION / "src" / "made-up" / "breakage.ts"
    options = ["--bundle", "--format=iife", "--global-name=breakage", "--log-level=warning"]
    done = subprocess.run([str(esbuild), str(source), *options], check=True, capture_output=True)
    return done.stdout.decode()


def script(name: str, way: int, *, at_once: bool) -> str:
    """For a page's start: makes `spoil()`, and does it before anything can be read if `at_once`.

    `hold()` takes the newest row off the page, `put()` puts it back as the page is then.
    """
    start = "addEventListener('DOMContentLoaded', () => spoil());" if at_once else ""
    return f"""(() => {{
      {_script()}
      const adapter = {json.dumps(adapter_data(name))};
      const ways = [...breakage.breakages(adapter), ...breakage.sideBreakages(adapter)];
      const [, change] = ways[{way}];
      const {{ exclude, pending }} = adapter.row;
      const skip = [exclude, pending].filter(Boolean).join() || 'never';
      const mark = document.createComment('');
      let row, spoilt = false;
      window.spoil = () => {{ spoilt = true; change(breakage.wholePage(adapter)); }};
      window.hold = () => {{
        row = [...document.querySelectorAll(adapter.row.selector)]
          .filter((one) => !one.matches(skip))
          .at(-1);
        row.replaceWith(mark);
      }};
      window.put = () => {{ mark.replaceWith(row); if (spoilt) change([row]); }};
      {start}
    }})();"""


def a_minute_passes(page: FixturePage) -> None:
    """And the little that it takes to look at the page."""
    session = page.page.context.new_cdp_session(page.page)
    passed: list[object] = []

    def note(event: object) -> None:
        passed.append(event)

    session.on("Emulation.virtualTimeBudgetExpired", note)
    session.send("Emulation.setVirtualTimePolicy", {**ADVANCE, "budget": 64_000})
    # Events come in while an answer is waited for.
    wait_until(lambda: session.send("Browser.getVersion") and passed != [], "a minute to pass")
