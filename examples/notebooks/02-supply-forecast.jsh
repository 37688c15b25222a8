// How slow is rare earth supply to 2030, how sure is that, and what if China's quotas grow as in 2024?
//
// From the root of the checkout; with -s, only what is printed shows:
//   jshell -s --class-path examples/target/lodestone.jar \
//       --startup examples/notebooks/startup.jsh examples/notebooks/02-supply-forecast.jsh

// The rules of the forecast, its assumptions and scenarios are tables of the dataset, each line with its source.
Dataset dataset = DatasetReader.read(Path.of("examples/data/rare-earths")).orElseThrow();
ForecastStudy study = ForecastStudy.of(dataset).orElseThrow();
Values values = study.model().values();
Outcome base = study.outcome(Scenario.BASE);
SupplyForecast mined = base.supply("mine-production").orElseThrow();
Balance magnets = base.balance("magnet-ree-refined").orElseThrow();
Place china = Place.parse("China");
Period horizon = mined.horizon();

// What is forecast? The balance is of magnet rare earths: supply, scrap and stocks less demand.
printf("Mine supply in %s, balance in %s%n", mined.measure().unit(), magnets.unit());
printf("%6s %10s %8s %8s %9s%n", "", "supply", "growth", "China", "balance");
for (Period year : mined.years()) {
    printf("%6s %10s %8s %8s %9s%n", year,
            Shown.WHOLE.text(values.of(mined.total(year))),
            Shown.PERCENT_2.text(values.of(mined.growth(year))),
            Shown.PERCENT.text(values.of(mined.share(china, year))),
            Shown.ONE_DECIMAL.text(values.of(magnets.after(year))));
}

// Do other scenarios say otherwise? Each has its own assumptions, and the base scenario's where it has none.
printf("%n%-58s %-13s", "Scenarios side by side", "");
study.scenarios().all().forEach(scenario -> printf(" %13s", scenario.name()));
printf("%n");
for (ForecastStudy.Comparison row : study.comparison()) {
    printf("%-58s %-13s", row.name(), row.unit());
    row.inEach().forEach(key -> printf(" %13s", row.shown().text(values.of(key))));
    printf("%n");
}

// What if quotas grow as in 2024? An assumption has a key too; it is typed over, and all that leans on it follows.
Values faster = study.model().valuesWith(Map.of(
        study.scenarios().key("mining-quota-growth", base.in()), Value.of(5.88),
        study.scenarios().key("separation-quota-growth", base.in()), Value.of(4.16)));
void effect(String what, Shown shown, Key key) {
    printf("  %-32s %9s -> %9s%n", what, shown.text(values.of(key)), shown.text(faster.of(key)));
}
printf("%nBase scenario -> with China's quotas growing 5.88%% (mining) and 4.16%% (separation) a year%n");
effect("Mine supply " + horizon, Shown.WHOLE, mined.total(horizon));
effect("Growth a year", Shown.PERCENT_2, mined.averageGrowth());
effect("China's share of mining", Shown.PERCENT, mined.share(china, horizon));
effect("Balance " + magnets.horizon(), Shown.ONE_DECIMAL, magnets.after(magnets.horizon()));

// How sure is it? Quotas, delays, ramps and disruption are drawn at random. The same seed gives the same draws.
// The median lies above the base scenario, since quotas and ore from Myanmar may rise by more than they may fall.
Run run = Run.STANDARD.withDraws(20_000).withSeed(1);
RiskAnalysis risk = RiskAnalysis.of(dataset, study, run).orElseThrow();
Values drawn = risk.model().values();
Value supply(double percentile, Period year) {
    return drawn.of(risk.percentile(mined, percentile, year).in(base.in()));
}
Value balance(double percentile, Period year) {
    return drawn.of(risk.percentile(magnets, percentile, year).in(base.in()));
}
printf("%nPercentiles of %,d draws%n%6s %31s %38s%n%6s", run.draws(), "", "mine supply", "balance", "");
RiskAnalysis.PERCENTILES.forEach(p -> printf(" %9s", "P" + Math.round(100 * p)));
RiskAnalysis.PERCENTILES.forEach(p -> printf(" %6s", "P" + Math.round(100 * p)));
printf("%n");
for (Period year : mined.years()) {
    printf("%6s", year);
    RiskAnalysis.PERCENTILES.forEach(p -> printf(" %9s", Shown.WHOLE.text(supply(p, year))));
    RiskAnalysis.PERCENTILES.forEach(p -> printf(" %6s", Shown.ONE_DECIMAL.text(balance(p, year))));
    printf("%n");
}

printf("%n%-30s", "Draws in which");
study.scenarios().all().forEach(scenario -> printf(" %13s", scenario.name()));
printf("%n");
for (Conclusion conclusion : risk.conclusions()) {
    printf("  %-28s", conclusion.statement());
    risk.holds(conclusion).inEach().forEach(key -> printf(" %13s", Shown.PERCENT.text(drawn.of(key))));
    printf("%n");
}

// The picture. Draws are tried against the growth of 2024, as the note has it; the pack judges by every growth that is known.
Conclusion slower = risk.conclusions().get(0);
Value chance = drawn.of(risk.holds(slower).in(base.in()));
XYChart fan = chart(
        String.format(Locale.ROOT, "Rare earth supply grows %s a year to %s, in %.0f%% of draws slower than in 2024",
                Shown.PERCENT.text(values.of(mined.averageGrowth())), horizon, 100 * number(chance)),
        mined.measure().name() + ", " + mined.measure().unit() + " (axis does not start at zero)",
        String.format(Locale.ROOT,
                "Base scenario, %,d draws with seed %d. 2024: %s. Source: USGS, IEA, own assumptions.",
                run.draws(), run.seed(), percent(values.of(base.threshold(slower, study.scenarios())))));
List<Period> years = mined.years();
band(fan, "9 in 10 draws (P5 to P95)", 0xD3E0EE, years,
        y -> number(supply(0.05, y)), y -> number(supply(0.95, y)));
band(fan, "Half of the draws (P25 to P75)", 0x9DBBDA, years,
        y -> number(supply(0.25, y)), y -> number(supply(0.75, y)));
line(fan, "Median", 0x1F4E79, new BasicStroke(3), years, y -> number(supply(0.5, y)));
line(fan, "Base scenario", 0x1F4E79, SeriesLines.DASH_DASH, years, y -> number(values.of(mined.total(y))));
line(fan, "Quotas as in 2024", 0xC55A11, new BasicStroke(3), years, y -> number(faster.of(mined.total(y))));
List<Value> ends = List.of(
        supply(0.05, horizon), supply(0.5, horizon), supply(0.95, horizon), faster.of(mined.total(horizon)));
for (Value end : ends) {
    label(fan, Shown.WHOLE.text(end), horizon, number(end));
}
printf("%nFan chart: %s%n", save(fan, "rare-earth-supply-forecast"));

// The finding.
Key last = magnets.after(magnets.horizon());
printf("%nSupply grows %s a year to %s: slower than in 2024 in the base scenario, and in %s of its draws.%n",
        percent(values.of(mined.averageGrowth())), horizon, Shown.PERCENT.text(chance));
printf("With quotas growing as in 2024 it would be %s, and the balance %s instead of %s %s.%n",
        percent(faster.of(mined.averageGrowth())),
        shown(faster.of(last), "%+.1f"), shown(values.of(last), "%+.1f"), magnets.unit());

println("End of notebook.");
