package org.lodestone.excel;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestone.core.internal.json.JsonPlace;
import org.lodestone.core.internal.problem.Problems;
import org.lodestone.core.problem.DataException;
import org.lodestone.excel.Theme.Colour;
import org.lodestone.excel.Theme.Role;

/** Reads a theme from JSON, and its logo from the folder of the file. */
record ThemeReader(Path folder, JsonPlace place) {

    private static final ImmutableSet<String> FIELDS = ImmutableSet.of("house", "font", "logo", "colours");
    private static final ImmutableMap<String, Role> ROLES = Maps.uniqueIndex(List.of(Role.values()), Role::toString);

    static Theme read(Path file) {
        Problems problems = new Problems();
        Optional<Theme> theme = JsonPlace.read(file, problems)
                .map(place -> new ThemeReader(file.toAbsolutePath().resolveSibling(""), place).theme());
        if (problems.count() > 0) {
            throw new DataException(problems.sorted());
        }
        return theme.orElseThrow();
    }

    /** The theme without what is refused. */
    private Theme theme() {
        place.isObjectOf("a theme", FIELDS);
        Theme theme = Theme.STANDARD.with(colours());
        theme = place.change("house", theme, Theme::withHouse);
        theme = place.change("font", theme, Theme::withFont);
        return place.change("logo", theme, (plain, name) -> plain.withLogo(logo(name)));
    }

    private ImmutableMap<Role, Colour> colours() {
        JsonPlace given = place.at("colours");
        if (!place.has("colours") || !given.isObjectOf("the colours of a theme", ROLES.keySet())) {
            return ImmutableMap.of();
        }
        Map<Role, Colour> colours = new EnumMap<>(Role.class);
        ROLES.forEach((field, role) -> {
            String text = given.text(field, role.standard().toString());
            if (given.has(field)) {
                given.accepted(field, () -> Colour.parse(text)).ifPresent(colour -> colours.put(role, colour));
            }
        });
        ImmutableMap<Role, String> faults = new Legibility(ImmutableMap.copyOf(colours)).faults();
        faults.forEach((role, fault) -> given.problem(role.toString(), fault));
        return faults.isEmpty() ? ImmutableMap.copyOf(colours) : ImmutableMap.of();
    }

    private Logo logo(String name) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not a file beside the theme. Put the PNG there, or correct its name.");
        }
        try {
            if (!file.toRealPath().startsWith(folder.toRealPath())) {
                throw new IllegalArgumentException(
                        "'" + name + "' leads out of the folder. Put a copy of the PNG beside the theme.");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return Logo.of(in.readNBytes(Logo.MOST_BYTES + 1));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("'" + name + "' cannot be read. Check that you may read it.", e);
        }
    }
}
