// A resource that nobody here thought of: from a file of the USGS to a research pack.
//
// From the root of the checkout; with -s, only what is printed shows:
//   jshell -s --class-path examples/target/lodestone.jar \
//       --startup examples/notebooks/startup.jsh examples/notebooks/04-your-own-resource.jsh

// The Mineral Commodity Summaries of 2026 are one file of all commodities. This is what it has of vanadium; give the whole
// file, or those of several years, in its place, and another name.
List<Path> files = List.of(Path.of("examples/notebooks/usgs-2026-vanadium.csv"));
String commodity = "Vanadium";

// Every row becomes a figure or a problem. None is filled in, none is dropped.
UsgsReading whole = UsgsReader.read(files);
for (UsgsReading.UsgsFile file : whole.files()) {
    printf("%s: %,d entries, %,d figures, %,d problems%n", file.edition(), file.entries(), file.figures(), file.problems());
}
whole.toBeFixed().forEach(problem -> println("  " + problem));
UsgsReading reading = whole.of(commodity);

// A share depends on its denominator: what the rows sum to, or the rounded total that is printed.
printf("%nPrinted totals beside the sums of rows%n");
for (PrintedTotal total : PrintedTotal.of(reading)) {
    printf("  %-16s %s %10s %10s %s%n", total.name(), total.period(),
            String.format(Locale.ROOT, "%,.0f", total.sumOfKnown()), total.printed(), total.unit());
}

// What can be read and can hardly be meant. Here the file says tonnes where the chapter says thousands of them.
printf("%nDoubtful%n");
Doubt.about(reading).forEach(doubt -> println("  " + doubt));

// A dataset is a folder that a spreadsheet can edit: correct a figure, add a stage, a source, a company.
Dataset dataset = UsgsDataset.of(reading, "vanadium", "Vanadium");
Path folder = Files.createTempDirectory("lodestone").resolve("vanadium");
DatasetWriter.write(dataset, folder);
Dataset read = DatasetReader.read(folder).orElseThrow();
printf("%nWrote %d figures of %d measures; read back, they are %s.%n", dataset.figures().size(),
        dataset.measures().size(), read.equals(dataset) ? "the same" : "others");

// Who mines it, and how concentrated is that?
Supply mined = Supply.of(read, "mine-production").orElseThrow();
Period year = mined.latest();
printf("%n%s in %s, %s%n", mined.measure().name(), year, mined.measure().unit());
for (Place place : mined.rows()) {
    printf("  %-16s %9s %8s%n", place, shown(mined.value(mined.amount(place, year)), "%,.0f"),
            percent(mined.value(mined.share(place, year))));
}
printf("HHI %s of 10,000; without the largest, %s would be left.%n",
        shown(mined.value(mined.hhi(year)), "%,.0f"), percent(mined.value(mined.withoutLargest(year))));

// The pack has a sheet for whatever there are figures of, and its sheet Checks names what there is not.
Report pack = ResearchPack.of(read).report();
Path workbook = folder.resolveSibling("vanadium.xlsx");
Workbooks.write(pack, read.gathered().last(), workbook);
printf("%nThe pack has %d sheets: %s%n", pack.sections().size(),
        pack.sections().stream().map(Section::name).collect(Collectors.joining(", ")));

println("End of notebook.");
