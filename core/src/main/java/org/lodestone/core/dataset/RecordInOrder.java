package org.lodestone.core.dataset;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodestone.core.figure.Citation;

/**
 * Makes a record of a row whose components are what its columns hold, in their order, and whose citation is what the columns of sources
 * say.
 *
 * @param <R> the record of a row
 */
record RecordInOrder<R>(
        Constructor<R> constructor, ImmutableList<Function<RowReader, ?>> components, Consumer<RowReader> check)
        implements Function<RowReader, R> {

    /**
     * Throws if there is not one column for each component.
     *
     * @param columns how each component but the citation is read, by the name of its column
     */
    static <R> RecordInOrder<R> of(
            Class<R> type, Consumer<RowReader> check, Map<String, Function<RowReader, ?>> columns) {
        List<Class<?>> types = Stream.of(type.getRecordComponents())
                .<Class<?>>map(RecordComponent::getType)
                .toList();
        ImmutableList.Builder<Function<RowReader, ?>> components = ImmutableList.builder();
        Iterator<Map.Entry<String, Function<RowReader, ?>>> next =
                columns.entrySet().iterator();
        for (Class<?> component : types) {
            components.add(
                    component == Citation.class
                            ? RowReader::citation
                            : next.next().getValue());
        }
        if (next.hasNext()) {
            throw new IllegalStateException(type.getSimpleName() + " has no component for the column "
                    + next.next().getKey());
        }
        try {
            return new RecordInOrder<>(
                    type.getDeclaredConstructor(types.toArray(Class<?>[]::new)), components.build(), check);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every record has this constructor.", e);
        }
    }

    @Override
    public R apply(RowReader row) {
        Object[] values = components.stream().<Object>map(one -> one.apply(row)).toArray();
        check.accept(row);
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            Throwables.throwIfUnchecked(requireNonNull(e.getCause())); // what the record refuses
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "A column stands where another component of the record does: " + constructor, e);
        }
    }
}
