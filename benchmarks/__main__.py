"""`python -m benchmarks`: everything, into a fresh results.json."""

from benchmarks import extension, report, server


def main() -> None:
    report.RESULTS.unlink(missing_ok=True)
    server.main()
    extension.main()


if __name__ == "__main__":
    main()
