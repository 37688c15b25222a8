// Who stands to benefit when rare earths are short, and how sure is that?
//
// From the root of the checkout; with -s, only what is printed shows:
//   jshell -s --class-path examples/target/lodestone.jar \
//       --startup examples/notebooks/startup.jsh examples/notebooks/03-beneficiaries.jsh
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

// What the dataset knows of its companies, by columns. What is not known is no number, and never zero.
Dataset dataset = DatasetReader.read(Path.of("examples/data/rare-earths")).orElseThrow();
Universe companies = ScreenStudy.of(dataset).orElseThrow().result().universe();

// Who has ore, separates it, holds quota for that, and does much of the rest? Weights are a judgement.
Screen screen = (Screen.named("Beneficiaries")
        .filter(Filter.anyOf("operates", "mining", "separation"))
        .criterion(Criterion.of("resource").weight(3).by(Normalisation.between(0, 3)))
        .criterion(Criterion.of("separation").weight(3).by(Normalisation.logBetween(1_000, 200_000)))
        .criterion(Criterion.of("quota").weight(3).by(Normalisation.logBetween(1_000, 200_000)))
        .criterion(Criterion.of("chain").weight(1).by(Normalisation.between(0, 5)))
        .build());
ScreenResult result = Screening.of(screen, companies);

// A table to filter, sort and print: here of the ranked companies, with what each criterion adds to the score.
DoubleColumn column(String name, String format, DoubleStream values) {
    DoubleColumn column = DoubleColumn.create(name, values.toArray());
    column.setPrintFormatter(new NumberColumnFormatter(
            new DecimalFormat(format, DecimalFormatSymbols.getInstance(Locale.ROOT))));
    return column;
}
Table table(String name, List<Ranked> rows) {
    return Table.create(name,
            IntColumn.create("Rank", rows.stream().mapToInt(Ranked::rank)),
            StringColumn.create("Company", rows.stream().map(Ranked::name)));
}
List<Ranked> ranked = result.top(companies.size());
Table order = (table(screen.name(), ranked)
        .addColumns(StringColumn.create("Place", ranked.stream().map(one -> companies.word("place", one.company()))))
        .addColumns(column("Score", "0.000", ranked.stream().mapToDouble(Ranked::score))));
for (Criterion criterion : screen.criteria()) {
    order.addColumns(column(criterion.name(), "0.000", ranked.stream().mapToDouble(one ->
            result.contributions(one.company()).stream()
                    .filter(part -> part.of().equals(criterion.name())).findFirst().orElseThrow().amount())));
}
println(order.print());
println("\n" + order.where(order.stringColumn("Place").isNotEqualTo("China")).setName("Outside China").print());

// Of others too little is known. They have no rank, but an interval in which their score lies.
printf("%nNot ranked%n");
for (int company : result.provisional().toArray()) {
    Interval score = result.interval(company).orElseThrow();
    printf("  %-26s %.3f to %.3f, since its %s %s not known%n", companies.name(company), score.worst(), score.best(),
            String.join(" and ", result.missing(company)), result.missing(company).size() == 1 ? "is" : "are");
}

// What if quota did not count, as for a buyer outside China? One more company can be ranked, and ranks move.
ScreenResult without = Screening.of(screen.withWeights(Map.of("quota", 0.0)), companies);
List<Ranked> moved = without.top(companies.size());
println("\n" + table("Without quota", moved)
        .addColumns(column("Score", "0.000", moved.stream().mapToDouble(Ranked::score)))
        .addColumns(StringColumn.create("Rank with quota", moved.stream().map(one ->
                result.rank(one.company()).isPresent() ? "" + result.rank(one.company()).getAsInt() : "not ranked")))
        .print());

// How sure is the order? Weights are drawn at random: all that there are, or those up to 25% off the ones above.
Robustness sureness = Robustness.of(result, 10_000, 1, 2).orElseThrow();
DoubleStream share(RankAcceptability trial, int rank) {
    return sureness.companies().stream().mapToDouble(id -> sureness.ranks(trial, id).shareWithin(rank));
}
println("\n" + table(sureness.any().draws() + " draws of weights", ranked)
        .addColumns(column("First, near", "0%", share(sureness.near(), 1)))
        .addColumns(column("First, any", "0%", share(sureness.any(), 1)))
        .addColumns(column("Top 3, any", "0%", share(sureness.any(), 3)))
        .addColumns(column("Mean rank, any", "0.0", sureness.companies().stream().mapToDouble(id ->
                sureness.ranks(sureness.any(), id).expectedRank())))
        .print());
printf("%nWhat it would take%n");
sureness.overtakings().stream().limit(2).forEach(one -> one.sentences().forEach(said -> printf("  %s%n", said)));

// The picture: each rank is a share of the draws.
String first = ranked.get(0).name();
double near = share(sureness.near(), 1).findFirst().orElseThrow();
double any = share(sureness.any(), 1).findFirst().orElseThrow();
CategoryChart ranks = stackedColumns(
        String.format(Locale.ROOT, "%s comes first in %.0f%% of draws with any weights", first, 100 * any),
        "Share of draws",
        String.format(Locale.ROOT, "Rank by %s, %,d draws with seed %d. Source: company reports, quota notices, own marks.",
                String.join(", ", screen.criteria().stream().map(Criterion::name).toList()),
                sureness.any().draws(), sureness.any().seed()));
int[] blues = {0x1F4E79, 0x4A7EB0, 0x8FB4D9, 0xC3D7EC, 0xCDD2D8, 0xE4E7EA};
for (int rank = 1; rank <= ranked.size(); rank++) {
    int at = rank;
    CategorySeries series = ranks.addSeries("Rank " + rank,
            ranked.stream().map(one -> one.name()).toList(),
            sureness.companies().stream().map(id -> sureness.ranks(sureness.any(), id).share(at)).toList());
    series.setFillColor(new Color(blues[Math.min(rank, blues.length) - 1]));
}
printf("%nPicture: %s%n", save(ranks, "rare-earth-beneficiaries"));

// The finding.
printf("%n%s stands to benefit most: first in %.0f%% of draws with weights near those chosen, in %.0f%% with any.%n",
        first, 100 * near, 100 * any);
for (int company : result.provisional().toArray()) {
    if (result.interval(company).orElseThrow().best() > ranked.get(0).score()) {
        printf("%s could pass it, were its %s known.%n",
                companies.name(company), String.join(" and ", result.missing(company)));
    }
}

println("End of notebook.");
