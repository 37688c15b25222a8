package org.lodestone.reports.earnings;

import static org.lodestone.reports.formula.Definitions.HUNDRED;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Definitions.signedPercent;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lodestone.core.company.Company;
import org.lodestone.reports.earnings.Earnings.LeftOut;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Block;

/** What the sheet Elasticity says in sentences: what prices do to each company, what a floor adds, of whom nothing is known. */
final class EarningsSentences {

    private final Earnings earnings;
    private final EarningsOrder order;
    private final Values values;
    private final Model.Builder model;

    /** @param model takes the sentences */
    EarningsSentences(Earnings earnings, EarningsOrder order, Model.Builder model) {
        this.earnings = earnings;
        this.order = order;
        this.values = earnings.model().values();
        this.model = model;
    }

    /** The company whose margin moves most, and those a floor shields, as the figures of the dataset have it. */
    String title() {
        Optional<CompanyEarnings> most = order.withRevenue().stream()
                .filter(company -> order.movedMargin(company) > 0)
                .findFirst();
        String shielded = String.join(
                ", ",
                earnings.companies().stream()
                        .filter(company -> values.number(company.change()).orElse(1) == 0)
                        .filter(company -> company.products().stream().anyMatch(order::isHeldUp))
                        .map(company -> company.company().name())
                        .toList());
        String floor = shielded.isEmpty() ? "" : "; a floor shields " + shielded;
        return most.map(company ->
                        "Prices move the net margin of " + company.company().name() + " most" + floor)
                .orElse("What prices do to earnings" + floor);
    }

    ImmutableList<Block.Sentence> findings() {
        ImmutableList.Builder<Block.Sentence> sentences = ImmutableList.builder();
        for (CompanyEarnings company : order.mostFirst()) {
            sentences.add(say("finding", company.company().id(), finding(company)));
        }
        for (ProductSale product : order.floored()) {
            sentences.add(say("floor", product.company().id(), floorFinding(product)));
        }
        earnings.companies().stream()
                .filter(order::isUnmoved)
                .forEach(company -> sentences.add(new Block.Sentence.Plain(withoutGrid(company))));
        List<Company> known =
                earnings.companies().stream().map(CompanyEarnings::company).toList();
        long without = earnings.leftOut().stream()
                .map(LeftOut::company)
                .filter(company -> !known.contains(company))
                .distinct()
                .count();
        if (without > 0) {
            sentences.add(new Block.Sentence.Plain("Of " + without + " other listed "
                    + (without == 1 ? "company" : "companies")
                    + " a volume, a price or the cost of what it buys is not known: the reasons are on the sheet Price"
                    + " assumptions."));
        }
        return sentences.build();
    }

    private Block.Sentence say(String part, String company, Formula sentence) {
        return new Block.Sentence.Live(
                model.calculation(ProductSale.EARNINGS.sub(part).of(Subject.of(company)), sentence));
    }

    private static Formula floorFinding(ProductSale product) {
        String unit = " " + product.priceUnit();
        Key floor = product.floor().orElseThrow().key();
        return sentence(
                text(product.company().name() + " is paid at least "),
                floor.ref().fixed(0),
                text(unit + " for " + product.product() + ". At "),
                product.price().ref().fixed(0),
                text(unit + " in " + product.priceIsOf() + " the price is "),
                product.side().ref(),
                text(". The floor adds "),
                product.floorAdds()
                        .ref()
                        .isAbove(ZERO)
                        .then(sentence(product.floorAdds().ref().fixed(0), text(unit)), text("nothing")),
                text("."));
    }

    private static Formula finding(CompanyEarnings company) {
        Formula elasticity = company.elasticity().ref();
        Formula ofRevenue = company.changeOfMargin()
                .map(margin -> sentence(text(", "), signedPercent(margin.ref(), 1), text(" of revenue")))
                .orElse(text(""));
        Formula small = company.margin()
                .map(margin -> sentence(text(", "), percent(margin.ref(), 1), text(" of revenue")))
                .orElse(text(""));
        Formula profit = sentence(
                text(company.currency() + " "), company.netProfit().ref().fixed(1), text(" mn"));
        Formula moved = sentence(
                text(company.company().name() + ": "),
                signedPercent(Earnings.STEP.ref().over(HUNDRED), 0),
                text(" on " + products(company) + " changes the net profit of " + company.period() + " by "
                        + company.currency() + " "),
                company.change().ref().fixed(1),
                text(" mn"),
                ofRevenue);
        Formula profitable = sentence(
                text(". On a profit of "),
                profit,
                small,
                text(", that is "),
                signedPercent(company.relativeChange().ref(), 1),
                text(": an elasticity of "),
                elasticity.fixed(1),
                text("."));
        Formula not = sentence(text(". Net profit was "), profit, text(", so there is no elasticity."));
        return sentence(moved, elasticity.isKnown().then(profitable, not));
    }

    static String products(CompanyEarnings company) {
        List<String> names = company.products().stream()
                .map(ProductSale::product)
                .map(name -> name.toLowerCase(Locale.ROOT).startsWith("rare earth")
                        ? name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)
                        : name)
                .toList();
        return String.join(" and ", names);
    }

    private String withoutGrid(CompanyEarnings company) {
        int last = Earnings.PRICE_STEPS.get(Earnings.PRICE_STEPS.size() - 1);
        boolean heldUp = company.products().stream().anyMatch(order::isHeldUp);
        return company.company().name() + " has no grid of price against volume: from "
                + ElasticityTables.inPercent(Earnings.PRICE_STEPS.get(0)) + " to " + ElasticityTables.inPercent(last)
                + " of price every change in it is zero"
                + (heldUp ? ", since the price stays at or below the floor." : ".");
    }
}
