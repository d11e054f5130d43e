"""`python -m benchmarks`: everything, into a fresh results.json."""

from benchmarks import catalogue, choose, extension, ledger, many_accounts, report, server, week


def main() -> None:
    report.RESULTS.unlink(missing_ok=True)
    server.main()
    many_accounts.main()
    catalogue.main()
    choose.main()
    extension.main()
    ledger.main()
    week.main()


if __name__ == "__main__":
    main()
