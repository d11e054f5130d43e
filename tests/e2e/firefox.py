"""Firefox ESR with the built extension, used as a person uses it: the toolbar's button, the real
popup, the browser's own question for a permission."""

import contextlib
import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import connect

from tests.e2e.bidi import Bidi
from tests.lab.install import debian_program
from tests.lab.process import LabError, end_with_parent, wait_until

ID = "toward@toward.invalid"
BUTTON = "#toward_toward_invalid-BAP"
ENTER = "\ue007"

# A proxy that is not there keeps everything but this machine out of reach.
PREFERENCES = {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
}

EXTENSION = f"""ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
  .ExtensionParent.GlobalManager.getExtension('{ID}')"""

POPUP = "document.querySelector('browser.webextension-popup-browser')"
# Firefox loads it in a hidden panel first, and then moves it: what was asked there goes lost.
POPUP_IS_OPEN = f"""{POPUP}?.closest('panel').state === 'open' &&
  {POPUP}.currentURI.spec.endsWith('/popup.html')"""

# The popup is no tab, and so no context of BiDi's: a frame script runs in it and sends the answer.
IN_POPUP = """new Promise((done, failed) => {
  const { messageManager } = document.querySelector('browser.webextension-popup-browser');
  messageManager.addMessageListener('answer', function take({ data }) {
    messageManager.removeMessageListener('answer', take);
    'failed' in data ? failed(new Error(data.failed)) : done(data.value);
  });
  const script = `{
    const document = content.document;
    let answer;
    try { answer = { value: ${%s} } } catch (error) { answer = { failed: String(error) } }
    sendAsyncMessage('answer', answer);
  }`;
  messageManager.loadFrameScript(`data:,${encodeURIComponent(script)}`, false);
})"""

CLICK = """{
  const element = document.querySelector(%s);
  element.scrollIntoView();
  const { x, y, width, height } = element.getBoundingClientRect();
  const options = { button: 0, clickCount: 1 };
  for (const type of ['mousedown', 'mouseup'])
    content.synthesizeMouseEvent(type, x + width / 2, y + height / 2, options);
}"""


class Firefox:
    """One profile with Toward in it, welcome.html open; `page` is the tab for everything else."""

    def __init__(self, bidi: Bidi) -> None:
        self.bidi = bidi
        [self._window] = bidi.contexts("chrome")
        [self.page] = bidi.contexts()

    def install(self, build: Path) -> None:
        """What a person's click on "Add" does, and the welcome page that comes of it."""
        source = {"type": "path", "path": str(build)}
        self.bidi.call("webExtension.install", extensionData=source)
        wait_until(lambda: len(self._welcome()) == 1, "the welcome page to open")
        [(self.own, url)] = self._welcome().items()
        self.base = url.rsplit("/", 1)[0]

    def _welcome(self) -> dict[str, str]:
        tabs = self.bidi.contexts().items()
        return {context: url for context, url in tabs if url.endswith("/welcome.html")}

    def browser(self, expression: str) -> Any:
        """The value of an expression in the browser's own window, beside its menus and panels."""
        return self.bidi.evaluate(self._window, expression)

    def goto(self, context: str, url: str) -> None:
        self.bidi.call("browsingContext.navigate", context=context, url=url, wait="complete")

    @contextmanager
    def popup(self) -> Iterator["Popup"]:
        """Open by the toolbar's menu of extensions, over the tab `page`."""
        self.bidi.call("browsingContext.activate", context=self.page)
        self._click("#unified-extensions-button")
        self._click(BUTTON)
        wait_until(lambda: self.browser(POPUP_IS_OPEN), "the popup to open")
        yield Popup(self)
        self.browser(f"{POPUP}.closest('panel').hidePopup()")
        wait_until(lambda: self.browser(f"{POPUP} === null"), "the popup to close")

    def allow(self) -> None:
        """Say yes to the question that the browser asks."""
        self._click("#addon-webext-permissions-notification .popup-notification-primary-button")

    def _click(self, selector: str) -> None:
        quoted = json.dumps(selector)
        wait_until(
            lambda: self.browser(f"document.querySelector({quoted})?.checkVisibility() ?? false"),
            f"{selector} in the browser's window",
        )
        self.browser(f"document.querySelector({quoted}).click()")

    def background_state(self) -> str:
        """`running` or `stopped`: Firefox keeps the background as an event page."""
        return str(self.browser(f"{EXTENSION}.backgroundState"))

    def stop_background(self) -> None:
        """End the event page as the browser does when it idles."""
        self.browser(f"{EXTENSION}.terminateBackground()")
        wait_until(lambda: self.background_state() == "stopped", "the background to stop")


class Popup:
    def __init__(self, firefox: Firefox) -> None:
        self._firefox = firefox

    def evaluate(self, expression: str) -> Any:
        return self._firefox.browser(IN_POPUP % json.dumps(expression))

    def has(self, selector: str) -> bool:
        found = f"document.querySelector({json.dumps(selector)}) !== null"
        return bool(self.evaluate(found))

    def wait_for(self, selector: str) -> None:
        with contextlib.suppress(LabError):
            wait_until(lambda: self.has(selector), selector)
        assert self.has(selector), self.evaluate("document.body.innerText")

    def click(self, selector: str) -> None:
        """A mouse's click, which counts as the person's own act."""
        self.wait_for(selector)
        self.evaluate(f"(() => {CLICK % json.dumps(selector)})()")


@contextmanager
def firefox(build: Path) -> Iterator[Firefox]:
    """A new profile in a folder of its own."""
    profile = Path(tempfile.mkdtemp(prefix="toward-profile-"))
    lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in PREFERENCES.items()]
    (profile / "user.js").write_text("\n".join(lines))
    options = ["--remote-debugging-port", "0", "--remote-allow-system-access"]
    command = [debian_program("firefox-esr"), "--headless", "--no-remote", *options]
    process = subprocess.Popen(
        end_with_parent([*command, "--profile", str(profile), "about:blank"]),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        with connect(_address(profile), max_size=None) as connection:
            bidi = Bidi(connection)
            bidi.call("session.new", capabilities={"alwaysMatch": {}})
            browser = Firefox(bidi)
            browser.install(build)
            yield browser
    finally:
        process.terminate()
        process.wait(30)
        shutil.rmtree(profile, ignore_errors=True)


def _address(profile: Path) -> str:
    """Where it listens: Firefox writes it down when it does."""
    file = profile / "WebDriverBiDiServer.json"
    wait_until(lambda: file.is_file() and file.read_text() != "", "Firefox to start", timeout=60)
    server = json.loads(file.read_text())
    return f"ws://{server['ws_host']}:{server['ws_port']}/session"
