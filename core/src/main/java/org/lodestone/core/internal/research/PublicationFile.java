package org.lodestone.core.internal.research;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.lodestone.core.internal.file.FileContent;
import org.lodestone.core.internal.json.JsonPlace;
import org.lodestone.core.internal.json.JsonText;
import org.lodestone.core.internal.problem.Problems;
import org.lodestone.core.internal.problem.TextFile;
import org.lodestone.core.research.Publication;

/**
 * {@code report.json}: who publishes research on a dataset or a universe. What it leaves out is as these alone would have it.
 *
 * <pre>{"title": "Rare earths | Supply", "author": "A. Analyst", "house": "Harbour Research", "lead": "short"}</pre>
 */
public final class PublicationFile {

    /** The name of the file in the folder of a dataset or universe. */
    public static final String FILE = "report.json";

    private static final ImmutableSet<String> FIELDS =
            ImmutableSet.of("title", "author", "house", "disclaimer", "language", "lead", "price");

    private PublicationFile() {}

    /**
     * The publication in the file, without what is refused; empty where it cannot be read.
     *
     * @param conclusion gives the id of a conclusion back, and throws where there is none of that id
     * @param price the same of a product that has prices
     */
    public static Optional<Publication> read(
            FileContent content,
            Publication otherwise,
            UnaryOperator<String> conclusion,
            UnaryOperator<String> price,
            Problems problems) {
        return TextFile.of(content, FILE, problems)
                .flatMap(text -> JsonPlace.parse(FILE, text.text(), problems))
                .map(place -> publication(place, otherwise, conclusion, price));
    }

    private static Publication publication(
            JsonPlace place, Publication otherwise, UnaryOperator<String> conclusion, UnaryOperator<String> price) {
        place.isObjectOf("a report", FIELDS);
        Publication said = place.change("title", otherwise, Publication::withTitle);
        said = place.change("author", said, Publication::withAuthor);
        said = place.change("house", said, Publication::withHouse);
        said = place.change("disclaimer", said, Publication::withDisclaimer);
        said = place.change("language", said, Publication::withLanguage);
        said = place.change("lead", said, (publication, id) -> publication.withLead(conclusion.apply(id)));
        return place.change("price", said, (publication, name) -> publication.withLeadPrice(price.apply(name)));
    }

    /** The file; empty where there is nothing to say. */
    public static Optional<String> print(Publication said, Publication otherwise) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        put(root, "title", said.title(), otherwise.title());
        put(root, "author", said.author(), otherwise.author());
        put(root, "house", said.house(), otherwise.house());
        put(root, "disclaimer", said.disclaimer(), otherwise.disclaimer());
        put(root, "language", said.language(), otherwise.language());
        put(root, "lead", said.lead(), otherwise.lead());
        put(root, "price", said.leadPrice(), otherwise.leadPrice());
        return root.isEmpty() ? Optional.empty() : Optional.of(JsonText.file(root));
    }

    private static void put(ObjectNode root, String field, String said, String otherwise) {
        if (!said.equals(otherwise)) {
            root.put(field, said);
        }
    }
}
