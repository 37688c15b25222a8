// A resource that nobody here thought of: how does a file of the USGS become a research pack?

// Step 1. Read it. Every row becomes a figure or a problem; none is filled in, none is dropped. Here the file has what MCS 2026
// says of vanadium; give the whole file, or those of several years, in its place, and another name.
UsgsReading whole = UsgsReader.read(List.of(notebooks.resolve("usgs-2026-vanadium.csv")));
UsgsReading reading = whole.of("Vanadium");
whole.toBeFixed().forEach(problem -> println(problem));
println("Printed totals beside the sums of rows");
show(Listing.of(reading.totals())
        .words("Measure", PrintedTotal::name)
        .words("Year", PrintedTotal::period)
        .number("Sum of rows", "#,##0", PrintedTotal::sumOfKnown)
        .right("Printed", PrintedTotal::printed)
        .words("Unit", PrintedTotal::unit));

// Step 2. Make a dataset: a folder that a spreadsheet can edit. Correct a figure, add a stage, a source, a company.
Dataset dataset = reading.dataset("vanadium", "Vanadium");
println("\nDoubtful: what can be read and can hardly be meant");
dataset.doubts().forEach(doubt -> println("- " + doubt));
Path folder = Files.createTempDirectory("lodestone").resolve("vanadium");
Datasets.write(dataset, folder);
Dataset read = Datasets.open(folder);
printf("%nWrote %d figures of %d measures; read back, they are %s.%n", dataset.figures().size(),
        dataset.measures().size(), read.equals(dataset) ? "the same" : "others");

// Step 3. Make the pack. It has a sheet for whatever there are figures of, and its sheet Checks names what there is not.
Report pack = ResearchPack.of(read).report();
Path workbook = folder.resolveSibling("vanadium.xlsx");
Workbooks.write(pack, workbook);
printf("The pack has %d sheets: %s%n", pack.sections().size(),
        pack.sections().stream().map(Section::name).collect(Collectors.joining(", ")));

// Finding.
Supply mined = Supply.of(read, "mine-production").orElseThrow();
Period year = mined.latest();
printf("%nIn %s %s mined %s of the world's vanadium; HHI is %s of 10,000, and without the largest %s would be left.%n",
        year, mined.rows().get(0), Shown.PERCENT_2.text(mined.value(mined.share(mined.rows().get(0), year))),
        Shown.WHOLE.text(mined.value(mined.hhi(year))), Shown.PERCENT_2.text(mined.value(mined.withoutLargest(year))));
