package org.lodestone.core.dataset;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestone.core.internal.json.JsonText;

/** Gives criteria of {@code screen.json} other weights, and leaves all else as it is written. */
final class ScreenEdit {

    private static final JsonFactory JSON = new JsonFactory();

    private ScreenEdit() {}

    /**
     * The text with other weights.
     *
     * @param weights by the names of criteria, each of which the text has
     */
    static String withWeights(String text, Map<String, Double> weights) throws IOException {
        List<Place> places = new ArrayList<>(places(text));
        Collections.reverse(places); // the last first, so that what stands before keeps its place
        StringBuilder edited = new StringBuilder(text);
        for (Place place : places) {
            Optional.ofNullable(weights.get(place.criterion()))
                    .ifPresent(weight -> edited.replace(place.start(), place.end(), place.written(weight)));
        }
        return edited.toString();
    }

    /**
     * Where the weight of a criterion stands.
     *
     * @param start of the number; behind the bracket that opens the criterion where it says none
     * @param end behind the number, or {@code start}
     */
    private record Place(String criterion, int start, int end) {

        String written(double weight) {
            String number = JsonText.plain(weight).toPlainString();
            return start == end ? "\"weight\": " + number + ", " : number;
        }
    }

    private static List<Place> places(String text) throws IOException {
        List<Place> places = new ArrayList<>();
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                if (field.equals("criteria") && value == JsonToken.START_ARRAY) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        places.add(place(json));
                    }
                } else {
                    json.skipChildren();
                }
            }
        }
        return places;
    }

    private static Place place(JsonParser json) throws IOException {
        String name = "";
        int start = offset(json) + 1;
        int end = start;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            if (field.equals("name")) {
                name = json.getText();
            } else if (field.equals("weight")) {
                start = offset(json);
                end = start + json.getTextLength();
            }
            json.skipChildren();
        }
        return new Place(name, start, end);
    }

    private static int offset(JsonParser json) {
        return (int) json.currentTokenLocation().getCharOffset();
    }
}
