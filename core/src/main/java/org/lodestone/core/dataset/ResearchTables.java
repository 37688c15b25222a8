package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.ChainTables.Placed;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.policy.Policy;
import org.lodestone.core.project.Project;
import org.lodestone.core.research.Claim;
import org.lodestone.core.research.Finding;
import org.lodestone.core.research.Risk;
import org.lodestone.core.research.Verdict;

/** Reads claims and risks. */
final class ResearchTables {

    private final Tables tables;
    private final Known<Placed> stages;

    ResearchTables(Tables tables, Known<Placed> stages) {
        this.tables = tables;
        this.stages = stages;
    }

    ImmutableList<Claim> claims(
            Known<Measure> measures, Known<Edition> editions, Known<Project> projects, Known<Policy> policies) {
        return tables.list(Layout.CLAIMS, row -> {
            Finding finding = row.oneOf("finding", Finding.class);
            if (finding.isNumber()) {
                row.number("printed");
            }
            return new Claim(
                    row.text("id"),
                    row.text("statement"),
                    row.text("printed"),
                    row.unit("unit"),
                    finding,
                    row.optional("measure", column -> measured(row, column, finding, measures)),
                    row.optional("place", column -> placed(row, column, finding, projects, policies)),
                    row.optional("period", row::period),
                    row.optional("edition", column -> row.reference(column, editions)),
                    row.optional("threshold", row::text),
                    row.oneOf("expected", Verdict.class),
                    row.text("note"),
                    row.sources());
        });
    }

    Known<Risk> risks() {
        return tables.known(
                Layout.RISKS,
                row -> new Risk(
                        row.text("id"),
                        row.text("name"),
                        row.text("claim"),
                        row.optional("stage", column -> row.reference(column, stages)),
                        row.optional("place", row::place),
                        row.text("driver"),
                        row.optional("unit", row::unit),
                        row.text("note"),
                        row.sources()));
    }

    /** Quotas belong to stages, so a finding about them names a stage where others name a measure. */
    private String measured(Row row, String column, Finding finding, Known<Measure> measures) {
        switch (finding) {
            case QUOTA:
            case QUOTA_GROWTH:
            case QUOTA_GROWTH_BELOW_AVERAGE:
            case HOLDERS:
                return row.reference(column, stages);
            case TOTAL:
            case AMOUNT:
            case SHARE:
            case GROWTH:
                return row.reference(column, measures);
            default:
                return row.text(column);
        }
    }

    /** A finding about a project line or a policy names that where others name a place. */
    private static String placed(
            Row row, String column, Finding finding, Known<Project> projects, Known<Policy> policies) {
        switch (finding) {
            case PROJECT_CAPACITY:
                return row.reference(column, projects);
            case POLICY:
                return row.reference(column, policies);
            case AMOUNT:
            case SHARE:
            case PUBLISHED_SHARE:
                return row.place(column).name();
            default:
                return row.text(column);
        }
    }
}
