// How slow is rare earth supply to 2030, how sure is that, and what if China's quotas grow as in 2024?

// Step 1. What do the scenarios say? Rules, assumptions and scenarios are tables of the dataset, each line with its source.
Dataset dataset = Datasets.open("rare-earths");
ForecastStudy study = ForecastStudy.of(dataset).orElseThrow();
Values values = study.model().values();
Outcome base = study.outcome(Scenario.BASE);
SupplyForecast mined = base.supply("mine-production").orElseThrow();
Balance magnets = base.balance("magnet-ree-refined").orElseThrow();
Period horizon = mined.horizon();
printf("Base scenario: mine supply in %s, change of the balance since %s in shares of demand%n",
        mined.measure().unit(), magnets.start());
show(Listing.of(mined.years())
        .words("Year", Period::year)
        .number("Supply", Shown.WHOLE, year -> values.of(mined.total(year)))
        .number("Growth", Shown.PERCENT_2, year -> values.of(mined.growth(year)))
        .number("China", Shown.PERCENT, year -> values.of(mined.share(Place.parse("China"), year)))
        .number("Balance, change", Shown.PERCENT, year -> values.of(magnets.change(year))));

// Step 2. What if quotas grow as in 2024? An assumption has a key too: typed over, it moves all that leans on it.
Values faster = study.model().valuesWith(Map.of(
        study.scenarios().key("mining-quota-growth", base.in()), Value.of(5.88),
        study.scenarios().key("separation-quota-growth", base.in()), Value.of(4.16)));
printf("%nWith China's quotas growing 5.88%% (mining) and 4.16%% (separation) a year, the balance of %s is %s of demand"
        + " from that of %s, not %s.%n",
        magnets.horizon(), Shown.PERCENT.text(faster.of(magnets.change(magnets.horizon()))), magnets.start(),
        Shown.PERCENT.text(values.of(magnets.change(magnets.horizon()))));

// Step 3. How sure is it? Quotas, delays, ramps and disruption are drawn at random; the same seed gives the same draws.
RiskAnalysis risk = RiskAnalysis.of(dataset, study, Run.STANDARD.withDraws(20_000).withSeed(1)).orElseThrow();
Values drawn = risk.model().values();
Value supply(double percentile, Period year) {
    return drawn.of(risk.percentile(mined, percentile, year).in(base.in()));
}
printf("%nMine supply in %,d draws, %s%n", risk.run().draws(), mined.measure().unit());
show(Listing.of(mined.years())
        .words("Year", Period::year)
        .number("P5", Shown.WHOLE, year -> supply(0.05, year))
        .number("P25", Shown.WHOLE, year -> supply(0.25, year))
        .number("P50", Shown.WHOLE, year -> supply(0.5, year))
        .number("P75", Shown.WHOLE, year -> supply(0.75, year))
        .number("P95", Shown.WHOLE, year -> supply(0.95, year)));
Conclusion slower = risk.conclusions().get(0);
String chance = Shown.PERCENT.text(drawn.of(risk.holds(slower).in(base.in())));
String growth = Shown.PERCENT_2.text(values.of(mined.averageGrowth()));
YearChart fan = YearChart.of(mined.years(),
        "Rare earth supply grows " + growth + " a year to " + horizon + ", slower than in 2024 in " + chance + " of draws",
        mined.measure().name() + ", " + mined.measure().unit() + " (axis does not start at zero)",
        "Base scenario, 20,000 draws with seed 1. Source: USGS, IEA, own assumptions.");
fan.band("9 in 10 draws (P5 to P95)", year -> supply(0.05, year), year -> supply(0.95, year));
fan.band("Half of the draws (P25 to P75)", year -> supply(0.25, year), year -> supply(0.75, year));
fan.line("Median", year -> supply(0.5, year)).label(Shown.WHOLE, supply(0.5, horizon));
fan.dashed("Base scenario", year -> values.of(mined.total(year)));
fan.line("Quotas as in 2024", year -> faster.of(mined.total(year))).label(Shown.WHOLE, faster.of(mined.total(horizon)));
show(fan, "rare-earth-supply-forecast");

// Finding.
printf("%nSupply grows %s a year to %s, slower than in 2024 in %s of draws; with quotas as in 2024 it would be %s.%n",
        growth, horizon, chance, Shown.PERCENT_2.text(faster.of(mined.averageGrowth())));
