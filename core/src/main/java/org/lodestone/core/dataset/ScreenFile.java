package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lodestone.core.company.Company;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Indicator;
import org.lodestone.core.screen.Indicator.Statement;
import org.lodestone.core.screen.Rating;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.text.Nearest;

/** Reads {@code screen.json}: how the companies of a dataset are compared. What it asks for must be in the tables. */
final class ScreenFile {

    static final String FILE = "screen.json";

    private final ImmutableSet<String> stages;
    private final Set<String> ratings;
    private final Set<String> facts;

    ScreenFile(ImmutableSet<String> stages, List<Rating> ratings, List<CompanyFact> facts) {
        this.stages = stages;
        this.ratings = ratings.stream().map(Rating::rating).collect(Collectors.toSet());
        this.facts = facts.stream().map(CompanyFact::fact).collect(Collectors.toSet());
    }

    /** The screen in the folder; empty where there is none, or one with a problem. */
    Optional<Screen> read(Path folder, Problems problems) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return TextFile.read(file, FILE, problems)
                .flatMap(text -> new JsonFile(FILE, text.text(), problems).rootPlace())
                .flatMap(this::screen);
    }

    private Optional<Screen> screen(JsonPlace place) {
        int before = place.problems().count();
        Optional<Screen> screen = ScreenReader.read(place, new ScreenColumns(ImmutableSet.of(), Company.WORDS, false));
        screen.ifPresent(read -> {
            ImmutableList<JsonPlace> criteria = place.list("criteria");
            for (int i = 0; i < criteria.size(); i++) {
                check(read.criteria().get(i), criteria.get(i).at("measure"));
            }
        });
        return place.problems().count() > before ? Optional.empty() : screen;
    }

    private void check(Criterion criterion, JsonPlace measure) {
        if (criterion.indicator() instanceof Indicator.Rating rating) {
            require(rating.name(), ratings, Layout.RATINGS, measure, "rating");
        } else if (criterion.indicator() instanceof Indicator.Quota quota) {
            require(quota.stage(), stages, Layout.STAGES, measure, "quota");
        } else if (criterion.indicator() instanceof Indicator.Stated stated) {
            require(stated.stage(), stages, Layout.STAGES, measure, "stage");
            ImmutableList<JsonPlace> statements = measure.list("stated");
            for (int i = 0; i < statements.size(); i++) {
                check(stated.first().get(i), statements.get(i));
            }
        }
    }

    private void check(Statement statement, JsonPlace place) {
        switch (statement.kind()) {
            case FACT -> require(statement.name(), facts, Layout.COMPANY_FACTS, place, "fact");
            case PROJECTS -> require(statement.name(), stages, Layout.STAGES, place, "projects");
        }
    }

    private static void require(String name, Set<String> known, Layout in, JsonPlace place, String field) {
        if (!known.contains(name)) {
            place.problem(
                    field,
                    "'" + name + "' is not in " + in.file() + ". "
                            + Nearest.remedy(name, known, "Add it there, or name one that is."));
        }
    }
}
