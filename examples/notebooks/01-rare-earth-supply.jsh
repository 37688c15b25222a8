// Who mines the world's rare earths, and how far does supply lean on one country?
//
// From the root of the checkout; with -s, only what is printed shows:
//   jshell -s --class-path examples/target/lodestone.jar \
//       --startup examples/notebooks/startup.jsh examples/notebooks/01-rare-earth-supply.jsh

// The data is a folder of tables, in which each figure has its unit, edition and source.
// Were there a problem in it, this line would stop and list every one.
Dataset dataset = DatasetReader.read(Path.of("examples/data/rare-earths")).orElseThrow();

// An analysis names its values by keys. In a research pack the same keys are live cells.
Supply mined = Supply.of(dataset, "mine-production").orElseThrow();
Place china = Place.parse("China");
Period year = mined.latest();

// Who mines what? What is not published stays a code, such as NA.
printf("%s in %s, %s, as in %s%n", mined.measure().name(), year, mined.measure().unit(), mined.edition());
for (Place place : mined.rows()) {
    Value amount = mined.value(mined.amount(place, year));
    Value share = mined.value(mined.share(place, year));
    printf("  %-16s %9s %8s%n", place, shown(amount, "%,.0f"), percent(share));
}

// A share needs its denominator: the rows sum to more than the rounded total that is printed.
printf("%nChina's share%n");
printf("  %s of the sum of rows, %s%n",
        percent(mined.value(mined.share(china, year))),
        shown(mined.value(mined.total(year)), "%,.0f"));
mined.printedTotal(year).ifPresent(total -> printf("  %s of the printed total, %s%n",
        percent(mined.value(mined.shareOfPrinted(china, year).orElseThrow())),
        shown(mined.value(total), "%,.0f")));

// Growth is taken within one edition, since the next one may have moved both years.
printf("%nGrowth on the year before%n");
mined.growth(year).ifPresent(key -> printf("  %s from sums of rows%n", percent(mined.value(key))));
mined.growthOfPrinted(year).ifPresent(key -> printf("  %s from printed totals%n", percent(mined.value(key))));

// How concentrated? Nobody knows who the other countries are, so the index is an interval.
printf("%nConcentration by country (HHI, up to 10,000)%n");
printf("  from %s if the other countries are many%n", shown(mined.value(mined.hhi(year)), "%,.2f"));
mined.hhiWithOthersAsOne(year).ifPresent(key ->
        printf("  to   %s if they are one%n", shown(mined.value(key), "%,.2f")));

// What did the newest edition change? A claim may be true of one edition and not of the next.
Supply newer = Supply.of(dataset, "mine-production", dataset.newest().orElseThrow().id()).orElseThrow();
printf("%nWhat %s changed of %s in %s, %s%n", newer.edition(), year, mined.edition(), mined.measure().unit());
for (Place place : mined.rows()) {
    Value before = mined.value(mined.amount(place, year));
    Value after = newer.rows().contains(place) ? newer.value(newer.amount(place, year)) : before;
    if (!after.equals(before)) {
        printf("  %-16s %9s -> %9s%n", place, shown(before, "%,.0f"), shown(after, "%,.0f"));
    }
}
printf("  %-16s %9s -> %9s%n", "Sum of rows",
        shown(mined.value(mined.total(year)), "%,.0f"), shown(newer.value(newer.total(year)), "%,.0f"));

// The finding.
printf("%nChina mined %s of the rare earths of %s by %s, and %s by %s.%n",
        percent(mined.value(mined.share(china, year))), year, mined.edition(),
        percent(newer.value(newer.share(china, year))), newer.edition());
printf("Without it, %s of supply would be left.%n", percent(mined.value(mined.withoutLargest(year))));

println("End of notebook.");
