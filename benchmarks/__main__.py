"""`python -m benchmarks`: everything, into a fresh results.json."""

from benchmarks import catalogue, choose, extension, ledger, report, server


def main() -> None:
    report.RESULTS.unlink(missing_ok=True)
    server.main()
    catalogue.main()
    choose.main()
    extension.main()
    ledger.main()


if __name__ == "__main__":
    main()
