package org.lodestone.reports.sheet.company;

import com.google.common.collect.ImmutableList;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.Words;
import org.lodestone.reports.company.CompanyFacts;
import org.lodestone.reports.company.CurrencyRate;
import org.lodestone.reports.company.SharePrice;
import org.lodestone.reports.company.StatedStake;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.internal.words.AsPrinted;
import org.lodestone.reports.internal.words.CompanyNames;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/**
 * The section on who is who: companies, what they control, stakes in them, and prices to supply.
 *
 * @param model takes what is shown here and nowhere else
 */
record CompanyRegister(Dataset dataset, CompanyFacts facts, Model.Builder model) {

    private static final DateTimeFormatter MONTH_AND_DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);

    Section section() {
        ImmutableList<Block.Sentence> remarks = dataset.companies().values().stream()
                .flatMap(CompanyRegister::remark)
                .collect(ImmutableList.toImmutableList());
        ImmutableList<StatedStake> stakes = StatedStake.of(dataset);
        ImmutableList<SharePrice> prices = SharePrice.of(dataset, facts);
        model.include(StatedStake.model(stakes));
        model.include(SharePrice.model(prices));
        boolean several = stakes.stream().anyMatch(stake -> !stake.used());
        return Section.of(
                "Companies",
                "Companies" + (stakes.isEmpty() ? "" : " and their owners")
                        + (several ? ": some stakes have several values" : ""),
                "Listed companies along the chain; stakes are direct ones, as of the day their source gives",
                Block.withContent(List.of(
                        whoIsWho(), new Block.Prose("Notes on companies", remarks), stakes(stakes), prices(prices))));
    }

    private Block whoIsWho() {
        return Table.of("Companies", List.copyOf(dataset.companies().values()))
                .labelOf("Company", CompanySection::name)
                .unit("Id", company -> company.id())
                .sources(Company::sources)
                .words("Currency", Company::currency)
                .words(
                        "Listing",
                        company -> company.listing().mic() + " "
                                + company.listing().symbol())
                .words("Place", company -> company.place().name())
                .words(
                        "Year end",
                        company -> company.yearEnd().map(MONTH_AND_DAY::format).orElse("not known"))
                .unit("Local name", company -> company.nameLocal())
                .words("Stages", this::stages)
                .build();
    }

    private String stages(Company company) {
        return Words.byItself(company.stages().stream()
                .map(id -> dataset.chain()
                        .stage(id)
                        .map(Stage::name)
                        .map(Words::inSentence)
                        .orElse(id))
                .collect(Collectors.joining(", ")));
    }

    private static Stream<Block.Sentence> remark(Company company) {
        String resource = company.resource().isEmpty() ? "" : "Ore: " + fullStop(company.resource());
        String remark = (resource + " " + fullStop(company.note())).strip();
        return remark.isEmpty()
                ? Stream.empty()
                : Stream.of(new Block.Sentence.Plain(company.name() + " (" + company.id() + "). " + remark));
    }

    private static String fullStop(String words) {
        return words.isEmpty() || words.endsWith(".") ? words : words + ".";
    }

    private Block stakes(List<StatedStake> stakes) {
        return Table.of("Stakes", stakes)
                .label(
                        "Company and owner",
                        stated -> CompanyNames.withId(dataset, stated.stake().owned()) + "\nby "
                                + CompanyNames.withId(dataset, stated.stake().owner()))
                .unit(stated -> "%")
                .sources()
                .unit("As of", stated -> stated.stake().asOf())
                .words("Used", stated -> stated.used() ? "used" : "")
                .value("Stake", stated -> AsPrinted.shown(stated.stake().stake()), StatedStake::key)
                .note("Where sources disagree, each keeps its row; the latest that is a number is the one used.")
                .build();
    }

    private static Block prices(List<SharePrice> prices) {
        return Table.of("Share prices, and the market value they give", prices)
                .id("share-prices")
                .label("Company", one -> one.company().name())
                .unit(SharePrice::currency)
                .sources()
                .unit(
                        "Price of",
                        one -> one.stated().map(price -> price.fact().period()).orElse("not known"))
                .column(
                        "Price",
                        one -> one.stated()
                                .map(CompanySection::amount)
                                .orElseGet(() -> new Cell.Of(one.price(), Shown.AS_IS)))
                .unit(
                        "Shares of",
                        one -> one.shares()
                                .map(shares -> shares.fact().period())
                                .orElse("not known"))
                .column(
                        "Shares",
                        one -> one.shares().map(CompanySection::amount).orElse(Cell.BLANK))
                .optional("Rate", Shown.PRECISE, SharePrice::rateAsQuoted)
                .value(CurrencyRate.COMMON + " mn", Shown.WHOLE, SharePrice::marketValue)
                .words("Rate is", SharePrice::rateInWords)
                .note(
                        "The newest price of the dataset; one that was read goes before a secondary one unless it is more than"
                                + " three months older. Prices are of different days, so market values compare roughly. Type a price"
                                + " over another and the market value follows, with the criterion of the screen that sets size"
                                + " against it. The rate stays that of the day beside it.")
                .build();
    }
}
