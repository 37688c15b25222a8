package org.lodestone.notebook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Notebooks of Jupyter, made of scripts. In each the question is the title, and the words before a step stand over the code of that
 * step; first come a cell with the jar, and one with what every notebook begins with.
 *
 * @param jar the jar of the library, as seen from where the notebooks are
 * @param scripts the folder of the scripts, and of the files beside them, as seen from there
 * @param startup what every notebook begins with
 */
record JupyterPage(String jar, String scripts, String startup) {

    private static final String COMMENT = "// ";

    /**
     * Tables and pictures stand below their cell, where a terminal has text and files. The kernel forgets its own import once another
     * of its imports is repeated.
     */
    private static final String SHOWN = """
            import static org.rapaio.jupyter.kernel.global.Global.*;
            void show(Listing<?> listing) { display(listing); }
            void show(Picture picture, String name) { display(picture); }
            """;

    /** The notebook of a script, as the text of its file: version 4.4 of Jupyter's format. */
    String of(String script) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.put("nbformat", 4).put("nbformat_minor", 4);
        // the name that the installer of the kernel gives it
        page.putObject("metadata")
                .putObject("kernelspec")
                .put("name", "rapaio-jupyter-kernel")
                .put("display_name", "Java")
                .put("language", "java");
        ArrayNode cells = page.putArray("cells");
        List<String> lines = script.lines().toList();
        addWords(cells, "# " + lines.get(0).substring(COMMENT.length()));
        addCode(cells, "%jar " + jar);
        addCode(cells, startup + "notebooks = Path.of(\"" + scripts + "\");\n" + SHOWN);
        List<String> step = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            boolean isNext = line.startsWith(COMMENT) && step.stream().anyMatch(before -> !before.startsWith(COMMENT));
            if (isNext) {
                addStep(cells, step);
                step.clear();
            }
            step.add(line);
        }
        addStep(cells, step);
        return page.toPrettyString() + "\n";
    }

    private static void addStep(ArrayNode cells, List<String> lines) {
        String words = lines.stream()
                .filter(line -> line.startsWith(COMMENT))
                .map(line -> line.substring(COMMENT.length()))
                .collect(Collectors.joining("\n"));
        String code = lines.stream().filter(line -> !line.startsWith(COMMENT)).collect(Collectors.joining("\n"));
        if (!words.isEmpty()) {
            addWords(cells, words);
        }
        if (!code.isBlank()) {
            addCode(cells, code.strip());
        }
    }

    private static void addWords(ArrayNode cells, String text) {
        add(cells, "markdown", text);
    }

    private static void addCode(ArrayNode cells, String text) {
        add(cells, "code", text).putNull("execution_count").putArray("outputs");
    }

    private static ObjectNode add(ArrayNode cells, String type, String text) {
        ObjectNode cell = cells.addObject().put("cell_type", type).put("source", text);
        cell.putObject("metadata");
        return cell;
    }
}
