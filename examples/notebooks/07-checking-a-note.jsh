// A colleague's note prints four figures about rare earths: which of them can be reproduced, and which have newer figures overtaken?

// Step 1. Write down what the note prints, and what each is a figure of. (In a dataset they are the rows of claims.csv.)
Dataset dataset = Datasets.open("rare-earths");
Claim claim(String statement, String printed, String unit, ClaimKind finding, Optional<String> place) {
    return new Claim(statement, statement, printed, Unit.parse(unit), finding, Optional.of("mine-production"), place,
            Optional.of(Period.year(2024)), Optional.of("MCS2025"), Optional.empty(), Optional.empty(),
            Verdict.REPRODUCED, "", ImmutableList.of());
}
Dataset note = dataset.supposing(DatasetTables.CLAIMS, List.of(
        claim("China mined 270,000 t", "270", "kt REO", ClaimKind.AMOUNT, Optional.of("China")),
        claim("China's share was 68.54%", "68.54", "%", ClaimKind.SHARE, Optional.of("China")),
        claim("The United States' share was 12.4%", "12.4", "%", ClaimKind.SHARE, Optional.of("United States")),
        claim("World output grew 5.2%", "5.2", "%", ClaimKind.GROWTH, Optional.empty())));

// Step 2. Recompute each, in every way that is common: from the sum of rows, and from the total that is printed.
List<CheckedClaim> checked = ClaimCheck.of(note).claims();
String shown(CheckedClaim one, Key key) {
    Value value = one.model().value(key);
    return one.unit().equals("%") ? Shown.TWO_DECIMALS.text(value) + "%" : Shown.WHOLE.text(value) + " " + one.unit();
}
show(Listing.of(checked)
        .words("The note says", one -> one.claim().statement())
        .right("Recomputed", one -> one.recomputed().map(key -> shown(one, key)).orElse("–"))
        .words("Verdict", one -> one.verdict().inWords()));

// Step 3. Say how, and what a newer edition gives for the same.
for (CheckedClaim one : checked) {
    show(Listing.of(one.ways())
            .words(one.claim().statement(), CheckedClaim.Way::words)
            .right("It is", way -> shown(one, way.value())));
}

// Finding.
Map<Verdict, Long> verdicts = checked.stream().collect(Collectors.groupingBy(CheckedClaim::verdict, Collectors.counting()));
printf("%nOf %d figures %d can be reproduced and still hold, newer figures overtake %d, and %d cannot be reproduced.%n", checked.size(),
        verdicts.getOrDefault(Verdict.REPRODUCED, 0L), verdicts.getOrDefault(Verdict.OVERTAKEN, 0L),
        verdicts.getOrDefault(Verdict.NOT_REPRODUCED, 0L));
