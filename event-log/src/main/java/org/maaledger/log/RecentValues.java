package org.maaledger.log;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.function.Function;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.reading.SeriesId;

/** Values that many events have in common are made once for all of those that are read together. */
final class RecentValues {

    private RecentValues() {}

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("recent values");
        add(module, SeriesId.class, SeriesId::of);
        add(module, ReportingPeriod.class, ReportingPeriod::of);
        add(module, BodyId.class, BodyId::new);
        add(module, AreaCode.class, AreaCode::new);
        add(module, IndicatorCode.class, IndicatorCode::new);
        return module;
    }

    private static <T> void add(SimpleModule module, Class<T> type, Function<String, T> reading) {
        module.addDeserializer(type, new FromText<>(type, new Recent<>(reading)));
    }

    private static final class FromText<T> extends JsonDeserializer<T> {

        private final Class<T> type;
        private final Recent<T> recent;

        FromText(Class<T> type, Recent<T> recent) {
            this.type = type;
            this.recent = recent;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return type.cast(context.handleUnexpectedToken(type, parser));
            }
            return recent.of(parser.getText());
        }
    }
}
