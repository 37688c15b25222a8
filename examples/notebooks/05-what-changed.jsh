// What did USGS change about rare earths in 2026, and does the argument of the note still stand?

// Step 1. What was revised? The same dataset twice: as it stood when MCS 2025 came out, which the note used, and with MCS 2026.
Dataset dataset = Datasets.open("rare-earths");
Comparison comparison = Comparison.of(dataset.withEdition("MCS2025"), dataset.withEdition("MCS2026"));
Values values = comparison.model().values();
show(Listing.of(comparison.differences(Difference.Kind.REVISED).stream()
                .filter(one -> one.key().table().equals("figure")).toList())
        .words("Figure", Difference::key)
        .right(comparison.from(), one -> one.before().orElseThrow().withUnit())
        .right(comparison.to(), one -> one.after().orElseThrow().withUnit()));

// Step 2. What does that do to totals and shares, and whose revision is it? The parts add up to the change.
SupplyShift mined = comparison.supplies().get(0);
show(Listing.of(mined.findings())
        .words(mined.title(), SupplyShift.Finding::name)
        .right("Before", one -> one.shown().text(values.of(one.before())))
        .right("After", one -> one.shown().text(values.of(one.after()))));
List<SupplyShift.Row> movers = mined.rows().subList(0, 5);
show(Listing.of(movers)
        .words("Whose revision", row -> row.place().name())
        .number("t REO", Shown.WHOLE, row -> values.of(row.change()))
        .right("China's share, points", row -> Shown.CHANGE.text(new Value.Num(
                100 * values.of(row.toShare()).number().orElseThrow()))));
SupplyShift.Finding share = (mined.findings().stream()
        .filter(one -> one.name().equals("China, share of sum of rows")).findFirst().orElseThrow());
String before = Shown.PERCENT_2.text(values.of(share.before()));
String after = Shown.PERCENT_2.text(values.of(share.after()));
ColumnChart bars = (ColumnChart.of(movers.stream().map(row -> row.place().name()).toList(),
                "Revisions of others lift China's share of 2024 output from " + before + " to " + after,
                "Change of China's share, in points", "By place. Source: USGS, MCS 2026 against MCS 2025.")
        .part("Share of China", at -> values.of(movers.get(at).toShare()).number().orElseThrow())
        .between(-0.04, 0.04));
show(bars, "rare-earth-what-changed");

// Step 3. And the argument? Which claims changed their verdict, and which conclusions turned.
String inUnit(Claim claim, String number) {
    return number + (claim.unit().toString().equals("%") ? "%" : " " + claim.unit());
}
show(Listing.of(comparison.claims(ClaimShift.Kind.FLIPPED))
        .words("Claim whose verdict changed", one -> one.claim().statement())
        .right("Printed", one -> inUnit(one.claim(), one.claim().printed()))
        .right("Now", one -> one.newestAfter()
                .map(now -> (one.claim().printed().contains(".") ? Shown.TWO_DECIMALS : Shown.WHOLE).text(values.of(now)))
                .map(now -> inUnit(one.claim(), now))
                .orElse("not comparable")));
show(Listing.of(comparison.conclusions().stream().filter(ConclusionShift::moved).toList())
        .words("Conclusion whose number moved", ConclusionShift::title)
        .right("Before", one -> one.shown().text(values.of(one.number().before())))
        .right("After", one -> one.shown().text(values.of(one.number().after())))
        .right("Against", one -> one.shown().text(values.of(one.threshold().after())))
        .words("", one -> one.turned() ? "turned" : "held"));

// Finding.
printf("%nThe note's %s is %s with MCS 2026. Of its %d claims %d held, and %d of %d conclusions turned.%n", before, after,
        comparison.claims().size(), comparison.claims(ClaimShift.Kind.HELD).size(), comparison.turned().size(),
        comparison.conclusions().size());
