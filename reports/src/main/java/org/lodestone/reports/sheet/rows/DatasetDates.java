package org.lodestone.reports.sheet.rows;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.policy.Policy;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.research.Event;
import org.lodestone.core.research.Event.Status;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.internal.words.CompanyNames;
import org.lodestone.reports.report.DateToWatch;
import org.lodestone.reports.report.Part;

/** The dates of a dataset: those of its table, and the days from which policies will hold, which no row repeats. */
public final class DatasetDates {

    private static final Splitter WORDS = Splitter.on(' ');
    private static final String POLICY = "Policy";

    private DatasetDates() {}

    /** A part that brings nothing but dates; empty where the dataset has none. */
    public static Optional<Part> part(Dataset dataset) {
        ImmutableList<DateToWatch> dates = of(dataset);
        if (dates.isEmpty()) {
            return Optional.empty();
        }
        Part.Builder part = Part.builder(Model.builder());
        dates.forEach(part::date);
        return Optional.of(part.build());
    }

    /** Dates that are due and dates that have passed, in the order of the dataset; policies after all else. */
    public static ImmutableList<DateToWatch> of(Dataset dataset) {
        ImmutableSet<String> told = dataset.dates().stream()
                .flatMap(event -> event.policy().stream())
                .collect(ImmutableSet.toImmutableSet());
        ImmutableList.Builder<DateToWatch> dates = ImmutableList.builder();
        dataset.dates().forEach(event -> dates.add(date(dataset, event)));
        for (Policy policy : dataset.policies()) {
            if (!told.contains(policy.id())) {
                effective(policy)
                        .filter(from -> from.first().isAfter(dataset.gathered().last()))
                        .ifPresent(from -> dates.add(new DateToWatch(
                                from,
                                "",
                                policy.jurisdiction(),
                                policy.title() + " takes effect",
                                "",
                                firstSentence(policy.measure()),
                                Status.LAW,
                                0,
                                where(dataset, Optional.empty(), policy.stages(), POLICY),
                                ImmutableList.of(),
                                policy.citation())));
            }
        }
        return dates.build();
    }

    private static String firstSentence(String words) {
        int end = words.indexOf(". ");
        return end < 0 ? words : words.substring(0, end + 1);
    }

    /** From when a policy holds, where its words on that begin with a period. */
    static Optional<Period> effective(Policy policy) {
        return Optional.of(WORDS.splitToList(policy.effective()).get(0))
                .filter(first -> !first.isEmpty())
                .flatMap(Period::find);
    }

    private static DateToWatch date(Dataset dataset, Event event) {
        return new DateToWatch(
                event.when(),
                event.printed(),
                event.who(),
                event.event(),
                event.brief(),
                event.effect(),
                event.status(),
                event.lead(),
                where(dataset, event.company(), event.stages(), event.policy().isPresent() ? POLICY : ""),
                event.moves().stream().map(id -> name(dataset, id)).collect(ImmutableList.toImmutableList()),
                event.citation());
    }

    /** An assumption as a reader finds it: by the title of its lever on Control, where it has one. */
    private static String name(Dataset dataset, String assumption) {
        return dataset.outlook().drivers().stream()
                .filter(driver -> driver.assumption().equals(assumption))
                .flatMap(driver -> driver.lever().stream())
                .map(Driver.Lever::title)
                .findFirst()
                .or(() -> dataset.assumptions().stream()
                        .filter(row -> row.id().equals(assumption))
                        .map(Assumption::name)
                        .findFirst())
                .orElse(assumption);
    }

    /** A company by its name, else stages by theirs, else what is left. */
    private static String where(Dataset dataset, Optional<String> company, List<String> stages, String otherwise) {
        if (company.isPresent()) {
            return CompanyNames.of(dataset, company.get());
        }
        return stages.isEmpty() ? otherwise : names(dataset, stages);
    }

    /** The names of stages, in a row. */
    static String names(Dataset dataset, List<String> stages) {
        return stages.stream()
                .map(id -> dataset.chain().stage(id).map(Stage::name).orElse(id))
                .collect(Collectors.joining(", "));
    }
}
