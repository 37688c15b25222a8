// Which of six resources leans most on one country, at the mine and in refining?

// Step 1. Take the same analysis of every dataset: of what is mined, and of what is refined where that is known.
record Stage(Dataset dataset, Supply supply) {
    Value largest() { return supply.value(supply.rankedName(1, supply.latest())); }
    Value share() { return supply.value(supply.rankedShare(1, supply.latest())); }
    Value hhi() { return supply.value(supply.hhi(supply.latest())); }
}
List<Dataset> datasets = Datasets.names().stream().map(Datasets::open).toList();
List<Stage> stages(String measures) {
    return datasets.stream()
            .flatMap(dataset -> dataset.measures().keySet().stream()
                    .filter(measure -> measure.matches(measures))
                    .flatMap(measure -> Supply.of(dataset, measure).stream())
                    .map(supply -> new Stage(dataset, supply)))
            .sorted(Comparator.comparing(stage -> -stage.share().number().orElse(0)))
            .toList();
}
List<Stage> mined = stages("mine-production|primary-production");
List<Stage> refined = stages(".*-refined");

// Step 2. Set them side by side, the one that leans most on its largest country first.
Listing<Stage> table(List<Stage> stages) {
    return Listing.of(stages)
            .words("Resource", stage -> stage.dataset().title())
            .words("Measure", stage -> stage.supply().measure().name())
            .words("Year", stage -> stage.supply().latest())
            .words("Edition", stage -> stage.supply().edition())
            .words("Largest", stage -> stage.largest().inSentence())
            .number("Share", Shown.PERCENT, Stage::share)
            .number("HHI", Shown.WHOLE, Stage::hhi);
}
show(table(mined));
show(table(refined));

// Step 3. Draw what the largest country has of each.
ColumnChart chart = (ColumnChart.of(mined.stream().map(stage -> stage.dataset().title()).toList(),
                mined.get(0).dataset().title() + " leans most on one country: " + mined.get(0).largest().inSentence() + " has "
                        + Shown.PERCENT.text(mined.get(0).share()),
                "Share of the largest country in output", "Newest year of each dataset's edition. Source: USGS.")
        .part("Largest country", at -> mined.get(at).share().number().orElse(0))
        .between(0, 1));
show(chart, "side-by-side");

// Finding.
long china = Stream.concat(mined.stream(), refined.stream()).filter(one -> one.largest().inSentence().equals("China")).count();
printf("%nChina is the largest at %d of these %d stages. %s leans most on one country at the mine (%s), %s in refining (%s).%n",
        china, mined.size() + refined.size(),
        mined.get(0).dataset().title(), Shown.PERCENT.text(mined.get(0).share()),
        refined.get(0).dataset().title(), Shown.PERCENT.text(refined.get(0).share()));
