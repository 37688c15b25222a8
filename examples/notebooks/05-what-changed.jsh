// What did USGS change about rare earths in 2026, does the argument of the note still stand, and what would one new fact do?
//
// From the root of the checkout; with -s, only what is printed shows:
//   jshell -s --class-path examples/target/lodestone.jar \
//       --startup examples/notebooks/startup.jsh examples/notebooks/05-what-changed.jsh

// The same dataset twice: as it stood when MCS 2025 came out, which the note used, and with MCS 2026.
Dataset dataset = DatasetReader.read(Path.of("examples/data/rare-earths")).orElseThrow();
Comparison comparison = Comparison.of(dataset.withEdition("MCS2025"), dataset.withEdition("MCS2026"));
Values values = comparison.model().values();

// What was revised? Each fact has a key, which is also what one types to try another value.
printf("Revised from %s to %s%n", comparison.from(), comparison.to());
for (Difference one : comparison.differences(Difference.Kind.REVISED)) {
    if (one.key().table().equals("figure")) {
        printf("  %-42s %18s -> %18s%n", one.key(), one.before().orElseThrow().withUnit(), one.after().orElseThrow().withUnit());
    }
}

// What does that do to totals, growth and shares? And whose revision is it? The parts add up to the change.
SupplyShift mined = comparison.supplies().get(0);
printf("%n%s%n", mined.title());
for (SupplyShift.Finding one : mined.findings()) {
    printf("  %-42s %10s -> %10s%n", one.name(), one.shown().text(values.of(one.before())),
            one.shown().text(values.of(one.after())));
}
printf("%n%-18s %9s %24s%n", "Whose revision", "t REO", "of China's share");
for (SupplyShift.Row row : mined.rows().subList(0, 5)) {
    printf("%-18s %+9.0f %23.2f%%%n", row.place(), number(values.of(row.change())), 100 * number(values.of(row.toShare())));
}

// Which claims of the note does it touch? Overtaken: right in its edition, and no longer in a newer one.
printf("%nOf %d claims %d held. These flipped:%n", comparison.claims().size(),
        comparison.claims(ClaimShift.Kind.HELD).size());
for (ClaimShift one : comparison.claims(ClaimShift.Kind.FLIPPED)) {
    printf("  %-46s %s, now %s: %s%n", one.claim().statement(), one.claim().printed(),
            Shown.PRECISE.text(values.of(one.newestAfter().orElseThrow())), values.of(one.verdictAfter()).inSentence());
}

// And the conclusions? That supply slows held against every growth known then; now it depends on which.
printf("%nConclusions whose number moved%n");
for (ConclusionShift one : comparison.conclusions()) {
    if (one.moved()) {
        printf("  %-44s %7s -> %7s against %s, %s%n", one.title(), one.shown().text(values.of(one.before())),
                one.shown().text(values.of(one.after())), one.shown().text(values.of(one.thresholdAfter())),
                one.turned() ? "turned" : "held");
    }
}
ConclusionShift close = (comparison.conclusions().stream()
        .filter(one -> one.title().equals("Growth of mine supply slows, Fast overseas")).findFirst().orElseThrow());
ConclusionShift.BreakEven ore = (close.breakEvens().stream()
        .filter(one -> one.driver().id().equals("myanmar-added")).findFirst().orElseThrow());

// One new fact: a month of imports from Myanmar, scaled to a year. It is typed in, and says so wherever it shows.
WhatIf fact = WhatIf.of(dataset, List.of("import/China/Myanmar/rare earths/2026-10=4,200 t REO x12"));
TypedFact typed = fact.facts().get(0);
printf("%nTyped in: %s at %s%n", typed.words(), typed.fact().withUnit());
typed.remarks().forEach(remark -> printf("  %s%n", remark));
Comparison then = Comparison.of(fact.before(), fact.after());
for (ConclusionShift one : then.turned()) {
    printf("  turned: %s, %s -> %s%n", one.title(), one.shown().text(then.value(one.before())),
            one.shown().text(then.value(one.after())));
}

// The picture: what each revision did to China's share of output in 2024.
List<SupplyShift.Row> movers = (mined.rows().stream()
        .filter(row -> Math.abs(number(values.of(row.toShare()))) >= 0.0005).toList());
SupplyShift.Finding share = (mined.findings().stream()
        .filter(one -> one.name().equals("China, share of sum of rows")).findFirst().orElseThrow());
CategoryChart bars = stackedColumns(
        String.format(Locale.ROOT, "Revisions of others lift China's share of 2024 output from %s to %s",
                percent(values.of(share.before())), percent(values.of(share.after()))),
        "Change of China's share, in points",
        String.format(Locale.ROOT, "%s against %s, by place. Source: USGS.", comparison.to(), comparison.from()));
bars.getStyler().setYAxisMin(-0.04).setYAxisMax(0.04).setLegendVisible(false);
bars.addSeries("Share of China", movers.stream().map(row -> row.place().name()).toList(),
        movers.stream().map(row -> number(values.of(row.toShare()))).toList()).setFillColor(new Color(0x1F4E79));
printf("%nPicture: %s%n", save(bars, "rare-earth-what-changed"));

// The finding.
printf("%nThe note's %s is %s with MCS 2026. In the scenario %s the room for more ore from Myanmar fell from %s to %s t.%n",
        percent(values.of(share.before())), percent(values.of(share.after())), close.scenario(),
        Shown.WHOLE.text(values.of(ore.distanceBefore())), Shown.WHOLE.text(values.of(ore.distanceAfter())));
printf("Imports at %s a year would turn %d conclusions there.%n", typed.fact().withUnit(), then.turned().size());

println("End of notebook.");
