package org.maaledger.query.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.agreement.AgreementEvent.AgreementDrafted;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.agreement.AgreementKind;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaDetails;
import org.maaledger.kernel.area.AreaEvent;
import org.maaledger.kernel.area.AreaLevel;
import org.maaledger.kernel.framework.FrameworkRules;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.indicator.IndicatorEvent;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.measure.Quantity;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.ActorId;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.kernel.provenance.SourceRef;
import org.maaledger.kernel.provenance.TextRef;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.TargetEvent.TargetProposed;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.kernel.target.TargetKind;

/** Things with meaningful defaults, for tests of the read side. */
public final class Things {

    /** Who does whatever a test does not care about. */
    public static final Actor OFFICER = actor("E06000001", Office.AUTHORITY_OFFICER);

    /** Sees everything, writes nothing. */
    public static final Actor INSPECTOR = actor("inspectorate:audit", Office.INSPECTOR);

    /** Sees what is signed. */
    public static final Actor ANALYST = actor("university:one", Office.ANALYST);

    /** Runs the ledger. */
    public static final Actor OPERATOR = actor("ledger:operator", Office.OPERATOR);

    /** The counterpart of every agreement here. */
    public static final BodyId GOVERNMENT_OFFICE = new BodyId("go:north-east");

    /** Where figures come from. */
    public static final SourceRef SOURCE = new SourceRef("sample", "2009-06-30", "OGL-3.0");

    private static final byte[] SALT = new byte[TextRef.SALT_BYTES];

    /** A reason that lies in no vault, as one that was erased. */
    public static final TextRef REASON = TextRef.to("the reason", SALT);

    private Things() {}

    /** Somebody who acts for {@code body} in {@code office}. */
    public static Actor actor(String body, Office office) {
        return new Actor(
                new ActorId(UUID.nameUUIDFromBytes((body + office).getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                new BodyId(body),
                office);
    }

    /** The rules of the framework, with a tolerance of a tenth. */
    public static FrameworkRules rules() {
        return new FrameworkRules("laa-maa-2008", 35, 12, 2, 1, 1, Quantity.of("0.1"));
    }

    /** A draft of two members and a partner. */
    public static AgreementDrafted drafted(AgreementId id) {
        return new AgreementDrafted(
                id,
                AgreementKind.MULTI_AREA_AGREEMENT,
                TextRef.to("the title", SALT),
                rules(),
                LocalDate.of(2008, 4, 1),
                LocalDate.of(2011, 3, 31),
                new AreaCode("maa:tees-valley"),
                new BodyId("E06000001"),
                GOVERNMENT_OFFICE,
                List.of(new BodyId("E06000001"), new BodyId("E06000002")),
                List.of(new BodyId("police:cleveland")));
    }

    /** A target of that agreement for the financial year 2010. */
    public static TargetProposed proposed(TargetId id, AgreementId agreement, SeriesId series) {
        return new TargetProposed(
                id,
                agreement,
                TargetKind.LOCAL_IMPROVEMENT,
                series,
                1,
                "%",
                Polarity.HIGHER_IS_BETTER,
                List.of(new BodyId("E06000001"), new BodyId("E06000002")),
                new BodyId("E06000001"),
                new Milestone(ReportingPeriod.financialYear(2010), Quantity.of("80")));
    }

    /** One of a few events of reference data; {@code known} remembers which entries are there. */
    public static LedgerEvent reference(int choice, Set<String> known) {
        AreaCode area = new AreaCode("E0600000" + choice);
        IndicatorCode indicator = new IndicatorCode("ni:15" + choice);
        if (known.add("area " + area)) {
            return new AreaEvent.AreaRegistered(area, details("Area " + choice), SOURCE);
        }
        if (known.add("indicator " + indicator)) {
            return new IndicatorEvent.IndicatorRegistered(indicator, definition(1), choice % 2 == 0, SOURCE);
        }
        if (known.add("redefined " + indicator)) {
            return new IndicatorEvent.IndicatorRedefined(indicator, definition(2), LocalDate.of(2009, 4, 1), SOURCE);
        }
        if (known.add("succeeded " + area)) {
            return new AreaEvent.AreaSucceeded(area, new AreaCode("E06000099"), LocalDate.of(2009, 4, 1), SOURCE);
        }
        if (known.add("withdrawn " + indicator)) {
            return new IndicatorEvent.IndicatorWithdrawn(indicator, LocalDate.of(2010, 4, 1), SOURCE);
        }
        return new AreaEvent.AreaDetailsRevised(area, details("Area " + choice + ", renamed"), SOURCE);
    }

    private static AreaDetails details(String name) {
        return new AreaDetails(
                name,
                AreaLevel.UNITARY,
                null,
                null,
                List.of(new AreaCode("E12000001")),
                List.of(),
                List.of("00EC"),
                List.of("Say \"" + name + "\"\tor \\N"),
                null,
                null);
    }

    private static IndicatorDefinition definition(int version) {
        return new IndicatorDefinition(
                version, "A title, version " + version, "%", Polarity.HIGHER_IS_BETTER, null, 1, true);
    }
}
