// Stands in for the encryption library, which no room of the lab needs.
