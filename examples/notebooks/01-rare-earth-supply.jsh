// Who mines the world's rare earths, and how far does supply lean on one country?

// Step 1. Who mines what? An analysis names its values by keys; in a research pack the same keys are live cells. What is
// not published stays a code, such as NA.
Dataset dataset = Datasets.open("rare-earths");
Supply mined = Supply.of(dataset, "mine-production").orElseThrow();
Place china = Place.parse("China");
Period year = mined.latest();
printf("%s in %s, as in %s%n", mined.measure().name(), year, mined.edition());
show(Listing.of(mined.rows())
        .words("Country", Place::name)
        .number("" + mined.measure().unit(), Shown.WHOLE, place -> mined.value(mined.amount(place, year)))
        .number("Share", Shown.PERCENT_2, place -> mined.value(mined.share(place, year))));

// Step 2. How concentrated is that? A share needs its denominator: rows sum to more than the rounded total that is printed.
// Nobody knows who the other countries are, so that the index is an interval.
printf("%nChina's share is %s of the sum of rows and %s of the printed total.%n",
        Shown.PERCENT_2.text(mined.value(mined.share(china, year))),
        Shown.PERCENT_2.text(mined.value(mined.shareOfPrinted(china, year).orElseThrow())));
printf("HHI by country is %s of 10,000 if the others are many, and %s if they are one.%n",
        Shown.TWO_DECIMALS.text(mined.value(mined.hhi(year))),
        Shown.TWO_DECIMALS.text(mined.value(mined.hhiWithOthersAsOne(year).orElseThrow())));

// Step 3. Does the newest edition say the same? A claim may be true of one edition and not of the next.
Supply newer = Supply.of(dataset, "mine-production", dataset.newest().orElseThrow().id()).orElseThrow();
Value revised(Place place) {
    return newer.rows().contains(place) ? newer.value(newer.amount(place, year)) : mined.value(mined.amount(place, year));
}
List<Place> changed = (mined.rows().stream()
        .filter(place -> !revised(place).equals(mined.value(mined.amount(place, year)))).toList());
printf("%nRevised by %s, %s in %s%n", newer.edition(), mined.measure().unit(), year);
show(Listing.of(changed)
        .words("Country", Place::name)
        .number(mined.edition(), Shown.WHOLE, place -> mined.value(mined.amount(place, year)))
        .number(newer.edition(), Shown.WHOLE, place -> revised(place)));

// Finding.
printf("%nBy %s China mined %s of the rare earths of %s, and without it %s of supply would be left. By %s it mined %s.%n",
        mined.edition(), Shown.PERCENT_2.text(mined.value(mined.share(china, year))), year,
        Shown.PERCENT_2.text(mined.value(mined.withoutLargest(year))),
        newer.edition(), Shown.PERCENT_2.text(newer.value(newer.share(china, year))));
