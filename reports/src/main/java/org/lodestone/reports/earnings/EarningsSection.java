package org.lodestone.reports.earnings;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

/** The section on what a change of product prices does to the earnings of companies. */
public final class EarningsSection {

    private final Earnings earnings;
    private final EarningsInputs inputs;
    private final EarningsOrder order;

    private final Model.Builder model;

    private EarningsSection(Dataset dataset, Earnings earnings) {
        this.earnings = earnings;
        this.inputs = new EarningsInputs(dataset, earnings);
        this.order = new EarningsOrder(earnings);
        this.model = Model.builder().include(earnings.model());
    }

    public static Part of(Dataset dataset, Earnings earnings) {
        return new EarningsSection(dataset, earnings).part();
    }

    private Part part() {
        EarningsSentences sentences = new EarningsSentences(earnings, order, model);
        ImmutableList.Builder<Section> sections = ImmutableList.builder();
        sections.add(Section.of(
                "Elasticity",
                sentences.title(),
                "Change of net profit with product prices, all else as in the period of the earnings",
                elasticity(sentences)));
        if (!earnings.companies().isEmpty()) {
            sections.add(Section.of(
                    "Price exposure",
                    "What is sold at which price, and what the company keeps of a change",
                    "Facts stand on the sheets of the companies; the sheet Price assumptions has the reason of each share",
                    inputs.exposure()));
        }
        sections.add(Section.of(
                "Price assumptions",
                "What is assumed, what is meant, and of whom nothing can be worked out",
                "Blue values may be changed, and every sheet follows",
                inputs.reasons()));
        return new Part(sections.build(), model.build());
    }

    private List<Block> elasticity(EarningsSentences sentences) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Prose("", sentences.findings()));
        if (!earnings.companies().isEmpty()) {
            blocks.addAll(new ElasticityTables(earnings, order).blocks());
        }
        return blocks;
    }

    // ---------------------------------------------------------------- results

    /** A table of products, each named with its company. */
    static Table.ListBuilder<ProductSale> table(String heading, List<ProductSale> products) {
        return Table.of(heading, products).label("Company and product", EarningsSection::nameOf);
    }

    private static String nameOf(ProductSale product) {
        return product.company().name() + "\n" + product.product();
    }
}
