package org.maaledger.command.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads an object as one of several records that have no field in common; the fields that are there say which. */
final class OneOfReader implements ValueReader {

    private final List<RecordReader> forms;
    private final Map<String, RecordReader.Part> merged = new HashMap<>();

    OneOfReader(List<RecordReader> forms) {
        this.forms = List.copyOf(forms);
        for (RecordReader form : forms) {
            for (RecordReader.Part part : form.parts()) {
                RecordReader.Part renumbered = part.at(merged.size());
                if (merged.put(part.name(), renumbered) != null) {
                    throw new IllegalArgumentException(
                            part.name() + " stands in two forms, so it cannot tell which is meant");
                }
            }
        }
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("oneOf", forms.stream().map(RecordReader::schema).toList());
    }

    @Override
    public Object read(Cursor cursor) throws IOException {
        @Nullable Object[] values = RecordReader.readFields(cursor, merged, merged.size());
        if (values == null) {
            return FAULTY;
        }
        List<RecordReader> meant = new ArrayList<>(1);
        for (RecordReader form : forms) {
            if (form.parts().stream().anyMatch(part -> value(values, part) != null)) {
                meant.add(form);
            }
        }
        if (meant.size() != 1) {
            cursor.fault("value", "must have the fields of one of these forms: " + described());
            return FAULTY;
        }
        RecordReader form = meant.getFirst();
        @Nullable Object[] own = new Object[form.parts().size()];
        form.parts().forEach(part -> own[part.index()] = value(values, part));
        return form.finish(cursor, own);
    }

    private @Nullable Object value(@Nullable Object[] values, RecordReader.Part part) {
        RecordReader.Part place = merged.get(part.name());
        return place == null ? null : values[place.index()];
    }

    private String described() {
        return forms.stream()
                .map(form ->
                        form.parts().stream().map(RecordReader.Part::name).collect(Collectors.joining(", ", "{", "}")))
                .collect(Collectors.joining(" or "));
    }
}
