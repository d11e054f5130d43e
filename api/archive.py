"""The built extension as one file to download."""

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

#: The earliest date a zip can hold: the same build then gives the same bytes anywhere.
EPOCH = (1980, 1, 1, 0, 0, 0)


class NotBuilt(Exception):
    """The extension is not built; the message says what to do."""


def archive_of(dist: Path) -> bytes:
    """The folder as a zip, made once for each build. Raises NotBuilt."""
    files = sorted(path for path in dist.rglob("*") if path.is_file())
    if dist / "manifest.json" not in files:
        raise NotBuilt("The extension is not built here yet. Run `make run`, then load this again.")
    newest = max(path.stat().st_mtime_ns for path in files)
    return _zip(dist, tuple(files), newest)


@lru_cache(maxsize=1)
def _zip(dist: Path, files: tuple[Path, ...], _newest: int) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for path in files:
            entry = ZipInfo(path.relative_to(dist).as_posix(), EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes())
    return buffer.getvalue()
