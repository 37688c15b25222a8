// Which price of NdPr do the share prices of miners outside China imply, and what moves it?
import org.lodestone.reports.analysis.*;
import org.lodestone.reports.value.*;
import org.lodestone.reports.value.CompanyValue.Meaning;

// Step 1. Value what the dataset values: projects by their studies, operations by volume and cost, at the price deck.
ValueStudy values = Analyses.of(Datasets.open("rare-earths")).values().orElseThrow();
Model model = values.model();
show(Listing.of(values.projects())
        .words("Project", flow -> flow.valued().name())
        .words("Inputs", flow -> flow.valued().evidence().name())
        .right("Starts", flow -> Shown.ORDINAL.text(model.value(flow.opens())))
        .right("IRR", flow -> Shown.PERCENT.text(model.value(flow.irr())))
        .right("NPV, USD mn", flow -> Shown.WHOLE.text(model.value(flow.npv())))
        .right("weighted", flow -> Shown.WHOLE.text(model.value(values.risked(flow)))));

// Step 2. Set net asset value against the share price, and ask which price of the product makes them equal.
show(Listing.of(values.companies())
        .words("Company", company -> company.comp().company().name())
        .right("P/NAV", company -> Shown.ONE_DECIMAL.text(model.value(company.net().priceToNav())))
        .right("Implied, all years", company -> Shown.WHOLE.text(model.value(company.implied(Meaning.FLAT))))
        .right("Implied, long term", company -> Shown.WHOLE.text(model.value(company.implied(Meaning.LONG_TERM)))));

// Step 3. The same in every scenario, and what the deck has there in the long term.
for (PriceDecks decks : values.decksInEach()) {
    double end = model.value(decks.price(decks.decks().get(0), Period.NONE)).number().orElseThrow();
    printf("%n%s, deck %.0f:", decks.in(), end);
    for (CompanyValue company : values.companies()) {
        printf(" %s %s;", company.comp().company().name(),
                Shown.WHOLE.text(model.value(company.implied(Meaning.FLAT, decks.in().name()))));
    }
}

// Finding.
CompanyValue dearest = Collections.max(values.companies(), Comparator.comparingDouble(
        company -> model.value(company.implied(Meaning.FLAT)).number().orElse(0)));
printf("%n%n%s needs NdPr at %s USD/kg in all years for its share price. Not valued, and why: %s%n", dearest.comp().company().name(),
        Shown.WHOLE.text(model.value(dearest.implied(Meaning.FLAT))), values.insufficient());
