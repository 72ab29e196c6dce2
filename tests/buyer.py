"""The buyer of the stories, as a shop knows her."""

ADDRESS = {
    "firstName": "Ala",
    "lastName": "Testowa",
    "address1": "ul. Zielona 1",
    "zip": "00-001",
    "city": "Warszawa",
    "countryCode": "PL",
    "phone": "+48 600 000 000",
}
