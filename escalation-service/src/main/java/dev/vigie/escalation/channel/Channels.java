package dev.vigie.escalation.channel;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/**
 * The configured channels.
 */
interface Channels extends Repository<Channel, String> {

	Optional<Channel> findById(String name);

	List<Channel> findByNameGreaterThanOrderByName(String after, Limit limit);

	Channel save(Channel channel);

	void delete(Channel channel);

}
