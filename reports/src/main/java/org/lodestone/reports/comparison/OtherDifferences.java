package org.lodestone.reports.comparison;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.research.Publication;
import org.lodestone.core.screen.Screen;
import org.lodestone.reports.comparison.Comparison.OtherDifference;

/** Finds what differs outside the tables: what a dataset says of itself, who publishes it, and its screens. Its name is not compared. */
record OtherDifferences(Dataset before, Dataset after, ImmutableList.Builder<OtherDifference> found) {

    private static final String NAME = "name";

    static ImmutableList<OtherDifference> between(Dataset before, Dataset after) {
        OtherDifferences differences = new OtherDifferences(before, after, ImmutableList.builder());
        differences.words("title", Dataset::title);
        differences.words("resource", Dataset::resource);
        differences.words("subject", Dataset::subject);
        differences.words("edition", Dataset::defaultEdition);
        differences.words("gathered", dataset -> dataset.gathered().toString());
        differences.published("title", Publication::title);
        differences.published("author", Publication::author);
        differences.published("house", Publication::house);
        differences.published("disclaimer", Publication::disclaimer);
        differences.published("language", Publication::language);
        differences.screens("screen.json", Dataset::screen);
        differences.screens("benefit.json", Dataset::benefit);
        return differences.found.build();
    }

    private void words(String what, Function<Dataset, String> words) {
        add("datapackage.json/" + what, words.apply(before), words.apply(after));
    }

    private void published(String what, Function<Publication, String> words) {
        add("report.json/" + what, ofItsOwn(before, words), ofItsOwn(after, words));
    }

    /** The words of a dataset on its publication, beyond those that follow from the rest of it. */
    private static String ofItsOwn(Dataset dataset, Function<Publication, String> words) {
        String said = words.apply(dataset.publication());
        return said.equals(words.apply(Publication.of(dataset.resource()))) ? "" : said;
    }

    private void screens(String file, Function<Dataset, Optional<Screen>> screen) {
        Optional<Screen> was = screen.apply(before);
        Optional<Screen> is = screen.apply(after);
        if (was.isEmpty() || is.isEmpty()) {
            add(file, was.map(Screen::name).orElse(""), is.map(Screen::name).orElse(""));
            return;
        }
        for (RecordComponent part : Screen.class.getRecordComponents()) {
            Object one = value(part, was.get());
            Object other = value(part, is.get());
            if (!one.equals(other)) {
                String what = file + "/" + part.getName();
                found.add(new OtherDifference(what, ofItsOwn(one, other), ofItsOwn(other, one)));
            }
        }
    }

    private void add(String what, String was, String is) {
        if (!was.equals(is)) {
            found.add(new OtherDifference(what, was, is));
        }
    }

    /** The value of one side; of a list only the members that the other lacks, and of a member on both sides the parts that differ. */
    private static String ofItsOwn(Object one, Object other) {
        if (!(one instanceof Collection<?> members) || !(other instanceof Collection<?> others)) {
            return one.toString();
        }
        List<String> own = members.stream()
                .filter(member -> !others.contains(member))
                .map(member -> member(member, others))
                .toList();
        return own.isEmpty() && members.size() == others.size() ? "in another order" : String.join("; ", own);
    }

    private static String member(Object member, Collection<?> others) {
        return others.stream()
                .filter(other -> !named(member).isEmpty() && named(other).equals(named(member)))
                .findFirst()
                .map(other -> named(member).get() + " (" + differing(member, other) + ")")
                .orElseGet(() -> named(member).orElse(member.toString()));
    }

    private static String differing(Object one, Object other) {
        return components(one).stream()
                .filter(part -> !value(part, one).equals(value(part, other)))
                .map(part -> part.getName() + ": " + value(part, one))
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> named(Object one) {
        return components(one).stream()
                .filter(part -> part.getName().equals(NAME))
                .findFirst()
                .map(part -> value(part, one).toString());
    }

    private static ImmutableList<RecordComponent> components(Object one) {
        return one instanceof Record
                ? Arrays.stream(one.getClass().getRecordComponents()).collect(toImmutableList())
                : ImmutableList.of();
    }

    private static Object value(RecordComponent part, Object record) {
        try {
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record gives out its " + part.getName() + ".", e);
        }
    }
}
