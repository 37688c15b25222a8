package org.lodestone.core.place;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.lodestone.core.internal.text.Nearest;

/**
 * Finds the place that somebody probably meant, and none that the text contradicts: North Korea is not meant by a slip in
 * South Korea, nor Chad by the Republic of China.
 */
final class MeantPlace {

    /** Every letter of an acronym counts: PRC is not a slip of DRC. */
    private static final Pattern ACRONYM = Pattern.compile("[A-Z.\\s]{1,12}");

    /** The longest name of a place has 56 characters. */
    private static final int LONGEST = 80;

    private record Known(
            String spelling, Place place, String core, ImmutableSet<String> telling, ImmutableSet<String> common) {}

    private final ImmutableList<Known> names;

    /** @param places by spelling */
    MeantPlace(ImmutableMap<String, Place> places) {
        this.names = places.entrySet().stream()
                .filter(entry -> !isAcronym(entry.getKey()))
                .map(entry -> known(entry.getKey(), entry.getValue()))
                .collect(toImmutableList());
    }

    private static Known known(String spelling, Place place) {
        PlaceName name = PlaceName.of(spelling);
        return new Known(spelling, place, name.core(), name.telling(), name.common());
    }

    private static boolean isAcronym(String text) {
        return ACRONYM.matcher(text).matches()
                && text.chars().filter(Character::isLetter).count() <= 5;
    }

    /**
     * The spelling that was meant. Empty where none is near, where it could be either of two, and where the text says it is
     * another. Of several as near it is the longest, since a letter is more easily left out than added.
     */
    Optional<String> by(String text) {
        if (text.length() > LONGEST || isAcronym(text)) {
            return Optional.empty();
        }
        PlaceName name = PlaceName.of(text).corrected();
        ImmutableList<Known> agreeing = those(names, known -> known.telling().equals(name.telling()));
        ImmutableList<Known> possible = name.telling().isEmpty() ? names : agreeing;
        boolean saysWhich = names.stream().anyMatch(known -> known.core().equals(name.core()));
        Optional<String> core = saysWhich
                ? Optional.of(name.core())
                : Nearest.to(name.core(), Iterables.transform(possible, Known::core));
        return core.flatMap(found -> {
            ImmutableList<Known> same = those(possible, known -> known.core().equals(found));
            // Chna is China, and not the Republic of China; without such words Congo could be either
            return only(those(
                            same,
                            known -> known.common().equals(name.common())
                                    && known.telling().equals(name.telling())))
                    .or(() -> only(same));
        });
    }

    private static ImmutableList<Known> those(ImmutableList<Known> some, Predicate<Known> are) {
        return some.stream().filter(are).collect(toImmutableList());
    }

    /** The first spelling, if all are of one place. */
    private static Optional<String> only(List<Known> some) {
        return some.stream().map(Known::place).distinct().count() == 1
                ? Optional.of(some.get(0).spelling())
                : Optional.empty();
    }
}
