package org.lodestone.reports.sheet.company;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.earnings.At;
import org.lodestone.reports.earnings.CompanyEarnings;
import org.lodestone.reports.earnings.Earnings;
import org.lodestone.reports.earnings.Effect;
import org.lodestone.reports.earnings.ProductSale;
import org.lodestone.reports.earnings.TwelveMonths;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

/** The backup sheet on what prices do to earnings: what is sold and kept, other steps of price, and what is assumed. */
public final class EarningsSection {

    /** The name of the section's sheet. */
    public static final String NAME = "Price exposure";

    private EarningsSection() {}

    /** The section, with the model it stands on. */
    public static Part of(Dataset dataset, Earnings earnings) {
        EarningsInputs inputs = new EarningsInputs(earnings, Earnings.assumptions(dataset));
        List<Block> blocks = new ArrayList<>();
        if (!earnings.companies().isEmpty()) {
            blocks.addAll(inputs.exposure());
            blocks.addAll(new ElasticityTables(earnings, new EarningsOrder(earnings)).blocks());
        }
        blocks.addAll(inputs.reasons());
        return Part.of(
                Section.of(
                        NAME,
                        "Prices, and the share of a change that companies keep",
                        "Change of net profit with product prices, all else as in the period of the earnings",
                        blocks),
                earnings.model());
    }

    /** The money that a profit is in, over the twelve months that it is of where one is stated. */
    static String profitIn(CompanyEarnings company) {
        return company.currency() + " mn\n"
                + company.profit().map(TwelveMonths::inWords).orElse("");
    }

    /** A value of the effect that a change of prices has on a company, at some prices. */
    static <T> Function<CompanyEarnings, T> at(At at, Function<Effect, T> value) {
        return company -> value.apply(company.effect(at));
    }

    /** A table of products, each named with its company. */
    static Table.ListBuilder<ProductSale> table(String heading, List<ProductSale> products) {
        return Table.of(heading, products)
                .label("Company and product", product -> product.company().name() + "\n" + product.product());
    }
}
