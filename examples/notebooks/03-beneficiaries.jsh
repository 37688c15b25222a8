// Who stands to benefit when rare earths are short, and how sure is that?

// Step 1. Rank the companies by what they have: ore, separation, quota, and much of the chain. Weights are a judgement; what
// is not known is no number, and never zero.
Universe companies = ScreenStudy.of(Datasets.open("rare-earths")).orElseThrow().result().universe();
Screen screen = (Screen.named("Beneficiaries")
        .filter(Filter.anyOf("operates", "mining", "separation"))
        .criterion(Criterion.of("resource").weight(3).by(Normalisation.between(0, 3)))
        .criterion(Criterion.of("separation").weight(3).by(Normalisation.logBetween(1_000, 200_000)))
        .criterion(Criterion.of("quota").weight(3).by(Normalisation.logBetween(1_000, 200_000)))
        .criterion(Criterion.of("chain").weight(1).by(Normalisation.between(0, 5)))
        .build());
ScreenResult result = Screening.of(screen, companies);
List<ScreenResult.Ranked> ranked = result.top(companies.size());
Listing<ScreenResult.Ranked> order = (Listing.of(ranked)
        .number("Rank", "0", ScreenResult.Ranked::rank)
        .words("Company", ScreenResult.Ranked::name)
        .words("Place", one -> companies.word("place", one.company()))
        .number("Score", "0.000", ScreenResult.Ranked::score));
show(order);
for (int company : result.provisional().toArray()) {
    ScreenResult.Interval score = result.interval(company).orElseThrow();
    printf("%nNot ranked: %s, %.3f to %.3f; not known: %s.%n", companies.name(company), score.worst(), score.best(),
            String.join(", ", result.missing(company)));
}

// Step 2. Look at it another way: as a Tablesaw table, which filters, sorts, groups and joins; and without the quota.
var table = order.toTablesaw("Outside China");
println("\nOutside China");
show(Listing.of(table.where(table.stringColumn("Place").isNotEqualTo("China"))));
ScreenResult without = Screening.of(screen.withWeights(Map.of("quota", 0.0)), companies);
println("\nWithout the quota");
show(Listing.of(without.top(companies.size()))
        .number("Rank", "0", ScreenResult.Ranked::rank)
        .words("Company", ScreenResult.Ranked::name)
        .number("Score", "0.000", ScreenResult.Ranked::score));

// Step 3. How sure is the order? Weights are drawn at random: all that there are, or those up to 25% off the ones above.
Robustness sureness = Robustness.of(result, 10_000, 1, 2).orElseThrow();
double share(RankAcceptability trial, ScreenResult.Ranked one, int rank) {
    return sureness.ranks(trial, companies.id(one.company())).shareWithin(rank);
}
println("\nShare of 10,000 draws of weights");
show(Listing.of(ranked)
        .words("Company", ScreenResult.Ranked::name)
        .number("First, weights near", "0%", one -> share(sureness.near(), one, 1))
        .number("First, any weights", "0%", one -> share(sureness.any(), one, 1))
        .number("Top 3, any weights", "0%", one -> share(sureness.any(), one, 3)));
println("");
sureness.overtakings().stream().limit(2).forEach(one -> one.sentences().forEach(said -> println(said)));
ScreenResult.Ranked first = ranked.get(0);
ColumnChart ranks = ColumnChart.of(ranked.stream().map(ScreenResult.Ranked::name).toList(),
        String.format(Locale.ROOT, "%s comes first in %.0f%% of draws with any weights", first.name(),
                100 * share(sureness.any(), first, 1)),
        "Share of draws", "10,000 draws of weights with seed 1. Source: company reports, quota notices, own marks.");
for (int rank = 1; rank <= ranked.size(); rank++) {
    int at = rank;
    ranks.part("Rank " + rank, column -> sureness.ranks(sureness.any(), companies.id(ranked.get(column).company())).share(at));
}
show(ranks.between(0, 1), "rare-earth-beneficiaries");

// Finding.
printf("%n%s stands to benefit most: first in %.0f%% of draws with weights near those chosen, in %.0f%% with any.%n",
        first.name(), 100 * share(sureness.near(), first, 1), 100 * share(sureness.any(), first, 1));
