package org.maaledger.app.identity;

import java.util.List;
import org.maaledger.kernel.provenance.Actor;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A request by a known actor. It holds no token and no name: what is logged or copied of it says nothing about a person. */
public final class ActorAuthentication extends AbstractAuthenticationToken {

    private final transient Actor actor;

    public ActorAuthentication(Actor actor) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + actor.office().name())));
        this.actor = actor;
        setAuthenticated(true);
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return actor.id().toString();
    }
}
